import type { Document } from "../../src/domain/model/document.ts";
import type { CouchClient } from "../couch-client.ts";

/** A document as a worker finds it: the winner, with the revisions of what lost against it. */
export type ChangedDocument = Document & { readonly _rev: string; readonly _conflicts?: readonly string[] };

/** What a worker does about some changes. False where another write came in between: it is called again with the newer state. */
export type ChangeHandler = (
  couch: CouchClient,
  database: string,
  changed: readonly ChangedDocument[],
) => Promise<boolean>;

const pageSize = 500;

/**
 * Acts on everything that changed since a point of the feed, page by page, and answers the point it came to; the same point again
 * where an act has to be repeated. `wait` is how many milliseconds to wait for a first change.
 */
export const catchUp = async (
  couch: CouchClient,
  database: string,
  since: string,
  act: ChangeHandler,
  wait = 0,
): Promise<string> => {
  const feed = wait > 0 ? `&feed=longpoll&timeout=${wait}` : "";
  const query = `include_docs=true&conflicts=true&limit=${pageSize}&since=${encodeURIComponent(since)}${feed}`;
  const { status, body } = await couch.get<Feed>(`${database}/_changes?${query}`);
  if (status !== 200) throw new FeedRefused(status);
  const changed = body.results.flatMap(({ id, doc }) => (doc && !id.startsWith("_design/") ? [doc] : []));
  if (changed.length > 0 && !(await act(couch, database, changed))) return since;
  const reached = String(body.last_seq);
  return body.results.length === pageSize ? catchUp(couch, database, reached, act) : reached;
};

/** The feed of a database was answered with another status than 200; 404 where the database was deleted. */
export class FeedRefused extends Error {
  constructor(readonly status: number) {
    super(`the feed of a database answered ${status}`);
  }
}

type Feed = {
  readonly results: readonly { readonly id: string; readonly doc?: ChangedDocument | null }[];
  readonly last_seq: string | number;
};

/** One act after the other; the point of the feed moves only when all are done. */
export const inSequence =
  (...acts: readonly ChangeHandler[]): ChangeHandler =>
  async (couch, database, changed) => {
    let isDone = true;
    for (const act of acts) isDone = (await act(couch, database, changed)) && isDone;
    return isDone;
  };
