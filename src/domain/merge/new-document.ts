import type { Content } from "./next-version.ts";

/** What a command asks to be added. The writer stamps it. */
export type NewDocument = {
  readonly kind: string;
  readonly id: string;
  readonly content: Content;
  /** The id was made for this document alone: another one that is there already is never written over. */
  readonly begins?: boolean;
};
