import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Row } from "../../../../src/store/row.ts";
import { digestsOf } from "../../../../src/sync/replication/list-differing.ts";
import { sweep } from "../../../../src/sync/replication/sweep.ts";
import { serverOf, storeOf } from "../../../support/fleet/compared-sides.ts";
import { checkSentState } from "../../../support/fleet/invariants/check-sent-state.ts";
import type { Fault } from "../../../support/fleet/network.ts";
import { peopleOnServer, register, seen, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";
import { seedOfTheDay } from "../../../support/runs/seed-of-the-day.ts";

const seed = seedOfTheDay();
/** A CouchDB without a front has none. */
const hasDigests = !process.env.COUCHDB_URL || process.env.VIA === "front";

/** One document, as the phone and the server have it. */
type Both = {
  readonly key: number;
  readonly here?: string | undefined;
  readonly there?: string | undefined;
  readonly erased?: string | undefined;
};

const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 32, maxLength: 32 });
const revision = fc.tuple(fc.integer({ min: 1, max: 12 }), hex).map(([number, hash]) => `${number}-${hash}`);
const both: fc.Arbitrary<Both> = fc
  .record({
    key: fc.nat(2_000),
    rev: revision,
    other: revision,
    state: fc.constantFrom("same", "same", "same", "same", "changed", "only here", "only there", "new", "new at both"),
    erased: fc.constantFrom(undefined, undefined, undefined, "2026-11-01", "2026-01-01"),
  })
  .map(({ key, rev, other, state, erased }) => {
    const here = state === "only there" ? undefined : state.startsWith("new") ? "" : rev;
    const there = state === "only here" || state === "new" ? undefined : state === "changed" ? other : rev;
    return { key, here, there, erased };
  });

const rowsOf = (documents: readonly Both[]): ReadonlyMap<string, Row> =>
  new Map(
    documents.flatMap(({ key, here, erased }) => {
      if (here === undefined) return [];
      const document = { _id: idOf(key), ...(erased && { erased: { why: "expired", at: erased } }) };
      return [
        [idOf(key), { id: `${site}/${idOf(key)}`, document: document as unknown as Document, rev: here, sent: true }],
      ];
    }),
  );
const revisionsOf = (documents: readonly Both[]) => [
  ["_design/prystan", "1-0"] as const,
  ...documents.flatMap(({ key, there }) => (there ? [[idOf(key), there] as const] : [])),
];
const idOf = (key: number) => `person:${key}`;

/** What comparing every id and revision finds. */
const foundInAll = (rows: ReadonlyMap<string, Row>, there: ReadonlyMap<string, string>): readonly string[] => {
  const different = [...there].filter(([id, rev]) => !id.startsWith("_design/") && rows.get(id)?.rev !== rev);
  const gone = [...rows].filter(([id, { rev, document }]) => rev && !there.has(id) && !("erased" in document));
  return [...different, ...gone].map(([id]) => id).sort();
};

const run = async (documents: readonly Both[], options: { readonly hasDigests?: boolean } = {}) => {
  const [rows, there] = [rowsOf(documents), new Map(revisionsOf(documents))];
  const { server, reads, fetched, close } = await serverOf(there, options);
  const { store, lost } = storeOf(rows);
  const unanswered = { get: async () => undefined, set: async () => {} };
  const now = () => "2026-11-30T08:00:00.000Z";
  const done = await sweep({ server, store, unanswered, now }, site);
  await close();
  expect(done.ok).toBe(true);
  expect(reads.includes(`${site}/_all_docs`)).toBe(options.hasDigests === false);
  return { reads, lost: lost.sort(), fetched: fetched.sort(), expected: foundInAll(rows, there), there };
};

test(`A comparison of digests finds just what a comparison of every revision finds (seed ${seed})`, async () => {
  // Up to a dozen documents are one bucket.
  const documents = fc.uniqueArray(both, { selector: ({ key }) => key, maxLength: 400, size: "max" });
  await fc.assert(
    fc.asyncProperty(documents, async (list) => {
      const { fetched, lost, expected, there } = await run(list);
      expect(fetched).toEqual(expected);
      expect(lost).toEqual(expected.filter((id) => !there.has(id)));
      expect((await run(list, { hasDigests: false })).fetched).toEqual(expected);
    }),
    { seed, numRuns: Number(process.env.CASES ?? 150) },
  );
});

const alike = Array.from({ length: 3_000 }, (_, key): Both => {
  const rev = `1-${(key * 2_654_435_761).toString(16).padStart(32, "0").slice(-32)}`;
  return { key, here: rev, there: rev };
});

test("Where all is the same it is one question, and placeholders that the server has purged ask no second one", async () => {
  const purged: Both = { key: 9_999, here: `2-${"1".repeat(32)}`, erased: "2026-05-01" };
  expect((await run(alike)).reads).toEqual([`${site}/_digests`]);
  expect((await run([...alike, purged])).reads).toEqual([`${site}/_digests`]);
  const lately = await run([...alike, { ...purged, erased: "2026-11-01" }]);
  expect(lately.reads).toHaveLength(2);
  expect(lately.fetched).toEqual([]);
});

test("Of three thousand documents one that differs is found in two of the buckets, and one that is missing in one", async () => {
  const [first, ...others] = alike as [Both, ...Both[]];
  const changed = await run([{ ...first, here: `1-${"e".repeat(32)}` }, ...others]);
  expect(changed.reads[1]).toMatch(/\?of=256&buckets=\d+,\d+$/);
  expect(changed.fetched).toEqual([idOf(first.key)]);
  const missing = await run([{ ...first, here: undefined }, ...others]);
  expect(missing.reads[1]).toMatch(/\?of=256&buckets=\d+$/);
  expect(missing.fetched).toEqual([idOf(first.key)]);
});

test("A digest does not depend on the order of what is in it, and on every letter of it", async () => {
  const revisions = [
    ["person:1", "1-aa"],
    ["person:2", "1-baa"],
    ["person:3", "1-caa"],
  ] as const;
  const [digest] = await digestsOf(revisions, 1);
  expect(digest).toMatch(/^[\w-]{20}$/);
  expect(await digestsOf(revisions.toReversed(), 1)).toEqual([digest]);
  expect(await digestsOf([...revisions.slice(0, 2), ["person:4", "1-caa"]], 1)).not.toEqual([digest]);
  expect(await digestsOf([...revisions.slice(0, 2), ["person:3", "2-caa"]], 1)).not.toEqual([digest]);
  expect(await digestsOf(revisions.slice(0, 2), 1)).not.toEqual([digest]);
});

describe("On a phone", () => {
  let couple: TwoPhones;
  beforeEach(async () => {
    couple = await openTwoPhones();
    await peopleOnServer(couple.server, 40);
    await register(couple.ann, "0");
    await couple.ann.sync();
    await couple.ben.sync();
    await forgetWhatArrives();
    couple.ben.network.requests.length = 0;
  });
  afterEach(async () => {
    await checkSentState(couple.ben, couple.server);
    await couple.close();
  });

  /** Somebody else's record passes Ben's phone, whose checkpoint then is past it. */
  const forgetWhatArrives = async () => {
    const { ann, ben } = couple;
    const { receive } = ben.store;
    ben.store.receive = async () => {};
    await register(ann, "missing");
    await ann.idle();
    await ben.sync();
    ben.store.receive = receive;
    expect(seen(ben, "missing")).toBeUndefined();
  };
  const reads = () =>
    couple.ben.network.requests.filter((request) => /^GET site-medyka\/_(digests|all_docs)$/.test(request));
  const sixHoursLater = async () => {
    couple.ben.clock.advance(6 * 3_600_000);
    await couple.ben.idle();
  };

  test.runIf(hasDigests)(
    "what never arrived is found by two short questions, and the next comparison asks one",
    async () => {
      const { ann, ben } = couple;
      await sixHoursLater();
      expect(seen(ben, "missing")).toEqual(seen(ann, "missing"));
      expect(reads()).toEqual(["GET site-medyka/_digests", "GET site-medyka/_digests"]);
      ben.network.requests.length = 0;
      await sixHoursLater();
      expect(reads()).toEqual(["GET site-medyka/_digests"]);
    },
  );

  test.each<Fault>(["404", "403", "503", "429", "413", "portal", "jsonPortal", "cutOff", "202"])(
    "where digests are answered with %s it compares every revision",
    async (fault) => {
      const { ann, ben } = couple;
      ben.network.faultsAt = "_digests";
      ben.network.faults.push(fault);
      await sixHoursLater();
      expect(seen(ben, "missing")).toEqual(seen(ann, "missing"));
      expect(reads()).toEqual(["GET site-medyka/_digests", "GET site-medyka/_all_docs"]);
    },
  );

  test.each(["_digests?", "_all_docs"])("a comparison that is cut off at %s is made anew", async (place) => {
    const { ann, ben } = couple;
    ben.network.faultsAt = place;
    ben.network.faults.push("lostBefore", "lostAfter");
    await sixHoursLater();
    await ben.sync();
    await ben.sync();
    expect(ben.status).toMatchObject({ state: "upToDate" });
    expect(seen(ben, "missing")).toEqual(seen(ann, "missing"));
  });

  test("what the server has lost, or purged, is sent again", async () => {
    const { ann, server } = couple;
    const before = (await server.documents(site)).get("person:0");
    await server.couch.post(`${site}/_purge`, { "person:0": [before?._rev] });
    expect((await server.documents(site)).has("person:0")).toBe(false);
    ann.clock.advance(6 * 3_600_000);
    await ann.idle();
    expect((await server.documents(site)).get("person:0")).toMatchObject({ givenName: "Оля" });
    expect(ann.status.unsent).toBe(0);
    await checkSentState(ann, server);
  });
});
