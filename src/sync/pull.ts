import type { Document } from "../domain/document.ts";
import { ok } from "../domain/result.ts";
import type { Store } from "../store/open-store.ts";
import type { Received } from "../store/receiver.ts";
import type { Answer, Server } from "./server.ts";

/** Where pulling stands, database by database: the server's opaque `since`. Kept on the device. */
export type Checkpoints = {
  get(database: string): Promise<string | undefined>;
  set(database: string, since: string): Promise<void>;
};

export type Progress = (database: string, done: number, total: number) => void;

/** Documents in one page: small enough to show progress on a slow phone, large enough not to wait on every round trip. */
const pageSize = 500;

/**
 * Takes over everything that changed on the server since the last time. The checkpoint moves only after the page is committed
 * here, so a phone that dies in between asks for the page again; merging twice is merging once.
 */
export const pull = async (
  { server, store, checkpoints }: { server: Server; store: Store; checkpoints: Checkpoints },
  database: string,
  onProgress?: Progress,
): Promise<Answer<void>> => {
  let done = 0;
  for (;;) {
    const since = (await checkpoints.get(database)) ?? "0";
    const query = `include_docs=true&limit=${pageSize}&since=${encodeURIComponent(since)}`;
    const answer = await server.get<Changes>(`${database}/_changes?${query}`);
    if (!answer.ok) return answer;
    const { results, last_seq, pending = 0 } = answer.value;
    await store.receive(database, results.flatMap(receivedOf));
    await checkpoints.set(database, String(last_seq));
    done += results.length;
    onProgress?.(database, done, done + pending);
    if (pending === 0 || results.length === 0) return ok(undefined);
  }
};

type Changes = {
  readonly results: readonly Change[];
  readonly last_seq: string | number;
  readonly pending?: number;
};
type Change = { readonly id: string; readonly deleted?: boolean; readonly doc?: WireDocument | null };
export type WireDocument = Document & { readonly _rev: string };

const receivedOf = ({ id, deleted, doc }: Change): readonly Received[] =>
  deleted || !doc || id.startsWith("_design/") || !isDocument(doc) ? [] : [receivedFrom(doc)];

/** The document without the transport's revision, and the revision. */
export const receivedFrom = ({ _rev, ...document }: WireDocument): Received => ({
  document: document as unknown as Document,
  rev: _rev,
});

const isDocument = (doc: WireDocument): boolean =>
  typeof doc.kind === "string" && typeof doc.stamps === "object" && doc.stamps !== null && "seen" in doc.stamps;
