import type { CodeOf } from "../model/codes.ts";
import type { WalledTier } from "../model/kind.ts";
import type { ConfidentialNote } from "../model/kinds/confidential-note.ts";

/** What a phone seals: the kind of a note, and what was said. The site that carries the box sees neither. */
export type NoteContent = {
  readonly topic: CodeOf<"noteTopic">;
  readonly needs?: readonly CodeOf<"healthNeed">[] | undefined;
  /** A number or an address at which a relative or friend can be reached, and whose it is. */
  readonly contact?: NotedContact | undefined;
  readonly paper?: { readonly type?: string | undefined; readonly number: string } | undefined;
  readonly text?: string | undefined;
  /** Of a child that may have come twice, with different adults. */
  readonly beside?: ConfidentialNote["beside"] | undefined;
};

export type NotedContact = {
  readonly raw: string;
  readonly whose?: string | undefined;
  readonly safeToCall?: "yes" | "no" | "unknown" | undefined;
};

/** The readers of a note of this kind: T3 health, T4 what was said in private, T2 the rest (domain reference 8.1). */
export const tierOfTopic = (topic: NoteContent["topic"]): WalledTier => {
  if (topic === "health") return "care";
  return isConcern(topic) ? "protection" : "case";
};

/** What protection officers have to do something about (T4): a wish to talk, and what a worker saw of children at the site. */
export const isConcern = (topic: NoteContent["topic"]): boolean => topic === "talk_private" || isChildTopic(topic);

export const isChildTopic = (topic: NoteContent["topic"]): topic is ChildTopic => topic.startsWith("child_");

export type ChildTopic = Extract<NoteContent["topic"], `child_${string}`>;

/** What is asked on a phone; the others follow from what was noted there. */
export const askedTopics = ["health", "talk_private", "contact", "paper", "other"] as const;

/** Which sealed note it is, so that no box is moved to another person: bound to the box, and in clear beside it. */
export type SealedFor = { readonly id: string; readonly site: string; readonly personId: string };

export const boundTo = ({ id, site, personId }: SealedFor): string => JSON.stringify([id, site, personId]);

/** Binds what is sealed to its purpose. */
export const notePurpose = "prystan note 1";

/** The key for notes, among the keys that the server gives out. */
export const noteKey = "notes";

/** Characters. Every note is as long as any other of its block, so that a length tells nothing of what was ticked. */
const block = 1_024;

export const packNote = (content: NoteContent): string => {
  const packed = JSON.stringify(content);
  return packed.padEnd(Math.ceil(packed.length / block) * block, " ");
};
