/** What became of one document that was sent. */
export type Outcome =
  | { readonly type: "sent"; readonly rev: string }
  /** Another device wrote first: fetch, merge, send again. */
  | { readonly type: "conflict" }
  /** Needs attention; the others go on. */
  | { readonly type: "refused"; readonly reason: string }
  | { readonly type: "later" };

/** One row of CouchDB's answer to `_bulk_docs`. */
export type WriteAnswer = {
  readonly id: string;
  readonly ok?: true;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
};

export const outcomeOf = ({ rev, error, reason }: WriteAnswer): Outcome => {
  if (error === undefined) return rev ? { type: "sent", rev } : { type: "later" };
  if (error === "conflict") return { type: "conflict" };
  if (passing.has(error)) return { type: "later" };
  if (error === "too_large" || error === "document_too_large") return { type: "refused", reason: "too_large" };
  return { type: "refused", reason: typeof reason === "string" ? reason : error };
};

/** Errors of the server, not of the document. Any other one would come again however often it is tried. */
const passing: ReadonlySet<string> = new Set([
  "compilation_error",
  "internal_server_error",
  "insufficient_storage",
  "service unavailable",
  "os_process_error",
  "timeout",
  "too_many_requests",
]);
