import type { CodeOf } from "../model/codes.ts";
import { cutText } from "../model/cut-text.ts";
import { hasWords } from "../model/has-words.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { askedTopics, NoteContent, NotedContact } from "./note-content.ts";

/** A confidential note as it is typed: texts as they stand in the boxes. */
export type TypedNote = {
  readonly topic: (typeof askedTopics)[number] | undefined;
  readonly needs: readonly CodeOf<"healthNeed">[];
  readonly number: string;
  readonly whose: string;
  readonly safeToCall: NotedContact["safeToCall"];
  readonly paper: string;
  readonly paperType: string;
  readonly text: string;
};

export const emptyNote: TypedNote = {
  topic: undefined,
  needs: [],
  number: "",
  whose: "",
  safeToCall: undefined,
  paper: "",
  paperType: "",
  text: "",
};

/** What is to be sealed. Only what belongs to the topic is taken; a wish to talk needs no words, and none are asked for. */
export const writeNote = (typed: TypedNote): Result<NoteContent, WriteNoteError> => {
  const { topic, needs } = typed;
  const text = cutText(typed.text.trim(), 500);
  const [number, whose, paper, paperType] = [typed.number, typed.whose, typed.paper, typed.paperType].map((one) =>
    one.trim(),
  ) as [string, string, string, string];
  const words = text && { text };
  if (topic === undefined) return err({ type: "Missing", field: "topic" });
  if (topic === "contact" && number === "") return err({ type: "Missing", field: "number" });
  if (topic === "paper" && paper === "") return err({ type: "Missing", field: "paper" });
  if ((topic === "other" || (topic === "health" && needs.length === 0)) && !hasWords(text))
    return err({ type: "WordsMissing", field: "text" });
  if (number.length > 60) return err({ type: "TooLong", field: "number" });
  if (paper.length > 40) return err({ type: "TooLong", field: "paper" });
  const { safeToCall } = typed;
  return ok({
    topic,
    ...(topic === "health" && needs.length > 0 && { needs }),
    ...(topic === "contact" && {
      contact: { raw: number, ...(whose && { whose: cutText(whose, 80) }), ...(safeToCall && { safeToCall }) },
    }),
    ...(topic === "paper" && {
      paper: { number: paper, ...(paperType && { type: cutText(paperType, 40) }) },
    }),
    ...words,
  });
};

export type WriteNoteError = {
  readonly type: "Missing" | "WordsMissing" | "TooLong";
  readonly field: "topic" | "number" | "paper" | "text";
};
