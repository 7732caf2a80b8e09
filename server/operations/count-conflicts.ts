import type { CouchClient } from "../couch-client.ts";

const pageSize = 500;
type Row = { readonly id: string; readonly changes: readonly unknown[] };
type Conflicted = { readonly doc?: { readonly _conflicts?: readonly string[] } | null };

/** How many documents of a database have more than one living version. */
export const countConflicts = async (couch: CouchClient, database: string): Promise<number> => {
  let count = 0;
  for (let since = "0"; ; ) {
    const { status, body } = await couch.get<{ readonly results: readonly Row[]; readonly last_seq: string }>(
      `${database}/_changes?style=all_docs&limit=${pageSize}&since=${encodeURIComponent(since)}`,
    );
    if (status !== 200) return count;
    // Deleted versions are listed too, so those with more than one are looked at once more.
    const keys = body.results.filter(({ changes }) => changes.length > 1).map(({ id }) => id);
    if (keys.length > 0) {
      const found = await couch.post<{ readonly rows: readonly Conflicted[] }>(
        `${database}/_all_docs?include_docs=true&conflicts=true`,
        { keys },
      );
      count += found.body.rows.filter(({ doc }) => (doc?._conflicts?.length ?? 0) > 0).length;
    }
    since = String(body.last_seq);
    if (body.results.length < pageSize) return count;
  }
};
