import * as v from "valibot";
import { codes } from "../model/codes.ts";
import type { WalledTier } from "../model/kind.ts";

const words = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

/** What a phone seals: of which kind it is, and what was said. Whoever carries it sees neither. */
const noteContent = v.strictObject({
  topic: v.picklist(codes.noteTopic),
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
export type NoteContent = v.InferOutput<typeof noteContent>;

/** Who may read a note of this kind: T3 health, T4 what was said in private, T2 the rest (domain reference 8.1). */
export const tierOfTopic = (topic: NoteContent["topic"]): WalledTier => {
  if (topic === "health") return "care";
  return topic === "talk_private" ? "protection" : "case";
};

/** Which sealed note it is, so that no box is moved to another person: bound to the box, and in clear beside it. */
export type SealedFor = { readonly id: string; readonly site: string; readonly personId: string };

export const boundTo = ({ id, site, personId }: SealedFor): string => JSON.stringify([id, site, personId]);

/** Binds what is sealed to its purpose. */
export const notePurpose = "prystan note 1";

/** For whom a note is sealed, among the keys that the server gives out. */
export const noteKey = "notes";

/** Characters. Every note is as long as any other of its block, so that a length tells nothing of what was ticked. */
const block = 1_024;

export const packNote = (content: NoteContent): string => {
  const packed = JSON.stringify(content);
  return packed.padEnd(Math.ceil(packed.length / block) * block, " ");
};

/** Nothing for what is no note. */
export const unpackNote = (packed: string): NoteContent | undefined => {
  try {
    const read = v.safeParse(noteContent, JSON.parse(packed));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
};
