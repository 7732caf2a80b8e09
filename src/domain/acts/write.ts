import type { Document } from "../model/document.ts";

/** A document as an act found it and as the act left it; without `before` where the act began it. */
export type Write = { readonly database: string; readonly before?: Document; readonly after: Document };
