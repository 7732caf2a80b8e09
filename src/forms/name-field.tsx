import { TextField, type TextFieldProps } from "../ui/fields/text/text-field.tsx";
import { type OnLatin, type People, TypedNote } from "./notes/typed-note.tsx";

type NameFieldProps = TextFieldProps & { readonly onLatin?: OnLatin; readonly people?: People };

/** A name: what stands in two alphabets is offered in one, and of several lines that are pasted none is lost. */
export const NameField = ({ onLatin, people, ...field }: NameFieldProps) => {
  const { id, value, onChange } = field;
  const note = { id, text: value, onChange, onLatin, people };
  return <TextField {...field} entry="name" said={<TypedNote of="name" {...note} />} />;
};
