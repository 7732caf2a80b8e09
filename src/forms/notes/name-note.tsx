import { useState } from "react";
import { goToField } from "../../ui/fields/go-to-field.ts";
import { LinesQuestion } from "./lines-question.tsx";
import { NameOffer } from "./name-offer.tsx";
import type { Box, OnLatin, People } from "./typed-note.tsx";
import { usePastedLines } from "./use-pasted-lines.ts";

type NameNoteProps = Box & { readonly onLatin?: OnLatin; readonly people?: People | undefined };
type Asked = { readonly lines: readonly string[]; readonly before: string; readonly asOneLine: string };

/** More lines are a page, not a family. */
const mostLines = 30;

/** What is said under a name. Pasted lines stand in the box as one line at once, so that nothing is lost whatever is answered. */
export const NameNote = ({ people, ...box }: NameNoteProps) => {
  const [asked, setAsked] = useState<Asked>();
  usePastedLines(box.id, ({ lines, head, tail }) => {
    const asOneLine = head + lines.join(" ") + tail;
    box.onChange(asOneLine);
    setAsked(lines.length > mostLines ? undefined : { lines, before: head + tail, asOneLine });
  });
  if (!people || asked?.asOneLine !== box.text) return <NameOffer {...box} />;
  const onAnswer = () => {
    setAsked(undefined);
    goToField(box.id);
  };
  const at = { personId: people.personId, before: asked.before };
  return <LinesQuestion at={at} lines={asked.lines} set={people.set} onAnswer={onAnswer} />;
};
