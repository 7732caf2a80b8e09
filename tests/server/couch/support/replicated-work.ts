import { expect } from "vitest";
import type { Side } from "./replicate-like-couchdb.ts";

export const bulk = async ({ couch, name }: Side, docs: readonly object[]): Promise<void> => {
  const { status } = await couch.send("POST", `/${name}/_bulk_docs`, { body: { docs } });
  expect(status).toBe(201);
};

export const revOf = async ({ couch, name }: Side, id: string): Promise<string> =>
  (await couch.send("GET", `/${name}/${id}`)).body._rev;

/** Everything that has to be the same: ids, all leaves, tombstones, contents of winners. */
export const contents = async ({ couch, name }: Side): Promise<ReadonlyMap<string, unknown>> => {
  const { body } = await couch.send("GET", `/${name}/_changes?style=all_docs&include_docs=true`);
  type Row = { id: string; changes: { rev: string }[]; deleted?: true; doc: object };
  return new Map(
    (body.results as Row[])
      .map(({ id, changes, deleted, doc }) => [id, { leaves: changes.map(({ rev }) => rev), deleted, doc }] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** Twenty records, one changed, one deleted, one deleted and made again. */
export const work = async (side: Side, key: string): Promise<void> => {
  await bulk(
    side,
    Array.from({ length: 20 }, (_, place) => ({ _id: `${key}-${place}`, place })),
  );
  await bulk(side, [
    { _id: `${key}-1`, _rev: await revOf(side, `${key}-1`), place: "changed" },
    { _id: `${key}-2`, _rev: await revOf(side, `${key}-2`), _deleted: true },
    { _id: `${key}-3`, _rev: await revOf(side, `${key}-3`), _deleted: true },
  ]);
  await bulk(side, [{ _id: `${key}-3`, place: "again" }]);
};
