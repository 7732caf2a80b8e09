import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { NOBODY } from "../../../../server/couch/accounts/user-context.ts";
import { type Draft, readDraft } from "../../../../server/couch/documents/draft.ts";
import { bodyOf, findDocument } from "../../../../server/couch/documents/find-document.ts";
import { purgeDocument } from "../../../../server/couch/documents/purge-document.ts";
import type { WriteContext } from "../../../../server/couch/documents/write-context.ts";
import { writeEdits } from "../../../../server/couch/documents/write-edits.ts";
import { writeReplicas } from "../../../../server/couch/documents/write-replicas.ts";
import { parseRevision, revisionText } from "../../../../server/couch/revisions/revision.ts";
import { leavesOf } from "../../../../server/couch/revisions/revision-tree.ts";
import type { Database } from "../../../../server/couch/store/database.ts";
import { openStore } from "../../../../server/couch/store/open-store.ts";
import { scale } from "../../../support/runs/scale.ts";
import {
  leaves,
  type ModelEdit,
  type ModelReplica,
  openModel,
  path,
  type RevisionBook,
} from "../support/tree-model.ts";

/** Lists of operations; COUCH_LISTS sets another number. */
const LISTS = Number(process.env.COUCH_LISTS ?? scale({ test: 1_000, soak: 20_000 }));
const IDS = ["a", "b"];

const store = openStore(":memory:");
afterAll(() => store.close());

/** A revision of the imagined other server: "xyx" is the third of its branch, after "xy", after "x". */
const branchRev = (branch: string): string =>
  `${branch.length}-${Buffer.from(branch.padEnd(16, "_")).toString("hex").slice(0, 32)}`;

const anEdit = fc.record({
  id: fc.constantFrom(...IDS),
  /** Which known revision it continues: none, one of the leaves, one of all, or one that never was. */
  on: fc.constantFrom("none", "leaf", "leaf", "leaf", "any", "bogus"),
  pick: fc.nat(20),
  body: fc.constantFrom("x", "y", "z"),
  deleted: fc.boolean(),
});
const aReplica = fc.record({
  id: fc.constantFrom(...IDS),
  branch: fc.string({ unit: fc.constantFrom("p", "q"), minLength: 1, maxLength: 5 }),
  known: fc.integer({ min: 1, max: 5 }),
  body: fc.constantFrom("x", "y"),
  deleted: fc.boolean(),
});
const anOperation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      edits: fc.array(anEdit, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("replicate" as const),
      replicas: fc.array(aReplica, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("purge" as const),
      id: fc.constantFrom(...IDS),
      picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 2 }),
    }),
  },
);
const aList = fc.record({
  limit: fc.constantFrom(1000, 1000, 3, 1),
  operations: fc.array(anOperation, { minLength: 1, maxLength: 12 }),
});

type Operation = typeof anOperation extends fc.Arbitrary<infer T> ? T : never;
type Model = ReturnType<typeof openModel>;

const revisions = new Map<string, string>();
let databases = 0;

test(`The store holds what the model holds after each of ${LISTS} lists of operations`, async () => {
  const property = fc.asyncProperty(aList, async ({ limit, operations }) => {
    const name = `t${databases++}`;
    const database = await store.create(name);
    database.revsLimit = limit;
    const model = openModel(limit);
    for (const operation of operations) {
      await store.write(database, () => applyBoth(database, model, operation));
      compare(database, model);
    }
    await store.drop(name);
  });
  await fc.assert(property, { numRuns: LISTS });
});

const applyBoth = (database: Database, model: Model, operation: Operation): void => {
  const context: WriteContext = { database, user: NOBODY, validate: (checks) => checks.map(() => undefined) };
  if (operation.kind === "edit") applyEdits(context, model, operation.edits);
  else if (operation.kind === "purge") applyPurge(database, model, operation.id, operation.picks);
  else applyReplicas(context, model, operation.replicas);
};

const applyPurge = (database: Database, model: Model, id: string, picks: readonly number[]): void => {
  const known = [...(model.documents.get(id)?.nodes.keys() ?? [])];
  const revs = picks.map((pick) => known[pick % (known.length || 1)] ?? "9-never");
  const purged = purgeDocument(database, id, revs.map(parseRevision));
  expect(purged.sort()).toEqual(model.purge(id, revs).sort());
};

type Replica = typeof aReplica extends fc.Arbitrary<infer T> ? T : never;

const applyReplicas = (context: WriteContext, model: Model, wanted: readonly Replica[]): void => {
  const replicas = wanted.map(({ id, branch, known, body, deleted }): ModelReplica => {
    const whole = Array.from(branch, (_, i) => branchRev(branch.slice(0, branch.length - i)));
    return { id, path: whole.slice(0, known), body, deleted };
  });
  expect(writeReplicas(context, replicas.map(replicaDraft))).toEqual([]);
  model.replicate(replicas);
};

const applyEdits = (
  context: WriteContext,
  model: Model,
  wanted: readonly (typeof anEdit extends fc.Arbitrary<infer T> ? T : never)[],
): void => {
  const edits = wanted.map(({ id, on, pick, body, deleted }): ModelEdit => {
    const document = model.documents.get(id);
    const from =
      on === "leaf" && document ? leaves(document) : on === "any" && document ? [...document.nodes.keys()] : [];
    const parent = on === "bogus" ? "2-ffffffffffffffffffffffffffffffff" : from[pick % (from.length || 1)];
    return { id, parent, body, deleted };
  });
  const written = writeEdits(context, edits.map(editDraft));
  const revs = written.map(({ error, rev }) => (error ? undefined : rev));
  const expected = model.edit(edits, revs, book);
  expect(written.map(({ error }) => error?.error)).toEqual(expected);
};

/** Equal content on an equal parent must give an equal revision, over all lists. */
const contentOf = (parent: string | undefined, { deleted, body }: ModelEdit): string =>
  JSON.stringify([parent, deleted, body]);
const book: RevisionBook = {
  predict: (parent, edit) => revisions.get(contentOf(parent, edit)),
  note: (parent, edit, rev) => {
    expect(revisions.get(contentOf(parent, edit)) ?? rev).toBe(rev);
    revisions.set(contentOf(parent, edit), rev);
  },
};

const editDraft = ({ id, parent, body, deleted }: ModelEdit): Draft =>
  readDraft(
    { _id: id, ...(parent === undefined ? {} : { _rev: parent }), body, ...(deleted ? { _deleted: true } : {}) },
    1000,
  );

const replicaDraft = ({ id, path: revs, body, deleted }: ModelReplica): Draft => {
  const ids = revs.map((rev) => rev.split("-")[1] ?? "");
  return readDraft(
    {
      _id: id,
      _revisions: { start: Number(revs[0]?.split("-")[0]), ids },
      body,
      ...(deleted ? { _deleted: true } : {}),
    },
    1000,
  );
};

const compare = (database: Database, model: Model): void => {
  for (const id of IDS) {
    const [document, expected] = [findDocument(database, id), model.documents.get(id)];
    expect(document === undefined).toBe(expected === undefined);
    if (!document || !expected) continue;
    const found = leavesOf(document.tree);
    expect(found.map(revisionText)).toEqual(leaves(expected));
    expect(document.row.rev).toBe(leaves(expected)[0]);
    expect(JSON.parse(`[{"rev":"${document.row.rev}"}${document.row.leaves}]`)).toEqual(
      leaves(expected).map((rev) => ({ rev })),
    );
    const nodes = document.tree.map((node) => {
      const text = bodyOf(database, document.row, node.body);
      const parent = document.tree[node.parent];
      const body = text === undefined ? undefined : (JSON.parse(text) as { body: string; _rev: string });
      if (body) expect(body._rev).toBe(revisionText(node));
      return [
        revisionText(node),
        { parent: parent && revisionText(parent), body: body?.body, deleted: node.deleted },
      ] as const;
    });
    expect(new Map(nodes)).toEqual(expected.nodes);
    expect(path(expected, document.row.rev).length).toBeGreaterThan(0);
  }
  const order = database.sql("SELECT id FROM $documents ORDER BY seq").pluck().all();
  expect(order).toEqual([...model.documents].sort(([, a], [, b]) => a.changed - b.changed).map(([id]) => id));
  const dead = [...model.documents.values()].filter(
    (document) => document.nodes.get(leaves(document)[0] ?? "")?.deleted,
  ).length;
  expect([database.counters.living, database.counters.dead]).toEqual([model.documents.size - dead, dead]);
};
