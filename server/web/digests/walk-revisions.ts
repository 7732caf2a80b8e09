import type { CouchClient } from "../../couch-client.ts";

/** Ids and winning revisions, in the order of ids, without design documents. `seq` and `total` are of when the walk began. */
export type RevisionPage = { readonly seq: string; readonly total: number; readonly revisions: readonly Revision[] };
export type Revision = readonly [id: string, rev: string];

const pageSize = 1_000;

/** Goes through a database page by page, so that nobody has to hold it in memory. Throws where it cannot be read. */
export async function* walkRevisions(couch: CouchClient, database: string): AsyncGenerator<RevisionPage> {
  const path = `${encodeURIComponent(database)}/_all_docs?update_seq=true&limit=${pageSize}`;
  let [seq, total, last] = ["", 0, ""];
  for (;;) {
    const from = last && `&startkey=${encodeURIComponent(JSON.stringify(last))}`;
    const { status, body } = await couch.get<AllDocs>(path + from);
    if (status !== 200) throw new Error(`revisions cannot be read: ${status}`);
    if (last === "") [seq, total] = [String(body.update_seq), body.total_rows];
    const revisions = body.rows.flatMap(({ id, value }): readonly Revision[] =>
      id === last || id.startsWith("_design/") ? [] : [[id, value.rev]],
    );
    yield { seq, total, revisions };
    if (body.rows.length < pageSize) return;
    last = body.rows.at(-1)?.id ?? "";
  }
}

type AllDocs = {
  readonly total_rows: number;
  readonly update_seq: string | number;
  readonly rows: readonly { readonly id: string; readonly value: { readonly rev: string } }[];
};
