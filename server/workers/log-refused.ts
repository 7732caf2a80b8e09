import type { OperatorClient } from "../couch-client.ts";
import { refusedErrors, refusedStatuses } from "./stored-documents.ts";

/**
 * Logs which kinds of documents a store refuses from the workers, which step over them: an operator has to look. The log holds no content, no id and no
 * reason, for a reason may quote what was written.
 */
export const logRefused = (couch: OperatorClient, log: (event: object) => void): OperatorClient => ({
  ...couch,
  post: async <T>(path: string, body: unknown) => {
    const answer = await couch.post<T>(path, body);
    const [database, command] = path.split("/");
    const { docs = [] } = (body ?? {}) as { readonly docs?: readonly { readonly kind?: string }[] };
    if (command !== "_bulk_docs") return answer;
    const told = (kind: string | undefined, error: string | number | undefined) =>
      log({ event: "write-refused", database, kind, error });
    // A batch that is refused as a whole is written again in halves.
    if (refusedStatuses.has(answer.status) && docs.length === 1) told(docs[0]?.kind, answer.status);
    const rows = answer.status === 201 ? (answer.body as readonly { readonly error?: string }[]) : [];
    for (const [place, { error = "" }] of rows.entries()) if (refusedErrors.has(error)) told(docs[place]?.kind, error);
    return answer;
  },
});
