import "./field.css";
import { Field } from "./field.tsx";
import { describedBy, type FieldProps } from "./field-props.ts";

export type FileFieldProps = FieldProps & { readonly accept: string; readonly onChoose: (file: File) => void };

/** A file of this phone; the browser's own button. */
export const FileField = ({ accept, onChoose, ...field }: FileFieldProps) => (
  <Field {...field}>
    <input
      id={field.id}
      type="file"
      accept={accept}
      className="p-input p-file"
      aria-describedby={describedBy(field)}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        target.value = ""; // the same file may be chosen again
        if (file) onChoose(file);
      }}
    />
  </Field>
);
