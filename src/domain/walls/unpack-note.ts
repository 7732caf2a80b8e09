import * as v from "valibot";
import { codes } from "../model/codes.ts";
import { askedTopics, type NoteContent } from "./note-content.ts";

const words = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

/** The key is public, so a box may hold anything: only what the form can produce counts as a note. */
const noteContent = v.strictObject({
  topic: v.picklist(askedTopics),
  needs: v.exactOptional(v.pipe(v.array(v.picklist(codes.healthNeed)), v.maxLength(codes.healthNeed.length))),
  contact: v.exactOptional(
    v.strictObject({
      raw: words(60),
      whose: v.exactOptional(words(80)),
      safeToCall: v.exactOptional(v.picklist(["yes", "no", "unknown"])),
    }),
  ),
  paper: v.exactOptional(v.strictObject({ type: v.exactOptional(words(40)), number: words(40) })),
  text: v.exactOptional(words(500)),
});

/** What `packNote` packed; nothing for what is no note. */
export const unpackNote = (packed: string): NoteContent | undefined => {
  try {
    const read = v.safeParse(noteContent, JSON.parse(packed));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
};
