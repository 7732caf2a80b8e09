import type { Content } from "./write.ts";

/** What a command asks to be added. The writer stamps it. */
export type NewDocument = { readonly kind: string; readonly id: string; readonly content: Content };
