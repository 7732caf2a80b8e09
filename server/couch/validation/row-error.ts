import type { RowError } from "../documents/write-context.ts";
import type { ValidationVerdict } from "./validation-function.ts";

/**
 * A verdict as the answer to one document. CouchDB answers 500 where a function threw anything but `forbidden` or
 * `unauthorized`; here it is 403 with the same `error`: trying again would not help.
 */
export const rowError = (verdict: ValidationVerdict): RowError | undefined => {
  if (verdict === null) return undefined;
  const [error, message] = verdict;
  const reason = typeof message === "string" ? message : JSON.stringify(message ?? null);
  return { status: error === "unauthorized" ? 401 : 403, error, reason };
};
