import type { CouchClient } from "../couch-client.ts";
import type { ChangedDocument } from "../workers/catch-up.ts";
import type { Revision } from "./facts-of.ts";

type Leaf = { readonly id: string; readonly rev: string };
type Content = { readonly _id: string; readonly _rev: string; readonly _revisions?: Revisions };
type Revisions = { readonly start: number; readonly ids: readonly string[] };
/** A revision and the one before it. */
type Step = Leaf & { readonly parent: string | undefined };

const batchSize = 200;

/**
 * Every revision that led to what a feed shows and was not dealt with yet, older ones first: a feed tells only of the last of
 * several writes, and of the winner. What the store has compacted away comes without content.
 */
export const unrecordedRevisions = async (
  couch: CouchClient,
  database: string,
  changed: readonly ChangedDocument[],
  has: (id: string, rev: string) => boolean,
): Promise<readonly Revision[]> => {
  const leaves = changed.flatMap(({ _id: id, _rev, _conflicts = [] }) =>
    [_rev, ..._conflicts].filter((rev) => !has(id, rev)).map((rev) => ({ id, rev })),
  );
  const contents = new Map<string, Content>(changed.map((document) => [nameOf(leafOf(document)), document]));
  const isNew = (leaf: Leaf) => leaf.rev.startsWith("1-") && contents.has(nameOf(leaf));
  await read(
    couch,
    database,
    leaves.filter((leaf) => !isNew(leaf)),
    contents,
  );
  const steps = distinct(leaves.flatMap((leaf) => stepsTo(leaf, contents.get(nameOf(leaf))?._revisions, has)));
  const wanted = steps.flatMap(({ id, rev, parent }) => [{ id, rev }, ...(parent ? [{ id, rev: parent }] : [])]);
  await read(
    couch,
    database,
    distinct(wanted).filter((leaf) => !contents.has(nameOf(leaf))),
    contents,
  );
  return steps.map(({ id, rev, parent }) => ({
    ...{ database, id, rev },
    document: contents.get(nameOf({ id, rev })),
    before: parent === undefined ? undefined : contents.get(nameOf({ id, rev: parent })),
  }));
};

const stepsTo = (
  { id, rev }: Leaf,
  { start, ids }: Revisions = alone(rev),
  has: (id: string, rev: string) => boolean,
): readonly Step[] => {
  const path = ids.map((hash, age) => `${start - age}-${hash}`);
  // The leaf is asked about already.
  const known = path.findIndex((one, age) => age > 0 && has(id, one));
  const fresh = known < 0 ? path : path.slice(0, known);
  return fresh.map((one, age) => ({ id, rev: one, parent: path[age + 1] })).reverse();
};

/** What a revision says of its place where its content is gone. */
const alone = (rev: string): Revisions => {
  const [start, hash = ""] = rev.split("-");
  return { start: Number(start), ids: [hash] };
};

/** Adds what the store has of these to `contents`. */
const read = async (
  couch: CouchClient,
  database: string,
  wanted: readonly Leaf[],
  contents: Map<string, Content>,
): Promise<void> => {
  for (let from = 0; from < wanted.length; from += batchSize) {
    const docs = wanted.slice(from, from + batchSize);
    const { status, body } = await couch.post<{
      readonly results: readonly { readonly docs: readonly { readonly ok?: Content }[] }[];
    }>(`${database}/_bulk_get?revs=true`, { docs });
    if (status !== 200) throw new Error(`the revisions of a database answered ${status}`);
    for (const { ok } of body.results.flatMap((result) => result.docs)) if (ok) contents.set(nameOf(leafOf(ok)), ok);
  }
};

const leafOf = ({ _id, _rev }: Content): Leaf => ({ id: _id, rev: _rev });

const nameOf = ({ id, rev }: Leaf): string => `${rev} ${id}`;

const distinct = <L extends Leaf>(leaves: readonly L[]): readonly L[] => [
  ...new Map(leaves.map((leaf) => [nameOf(leaf), leaf])).values(),
];
