import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Author, firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { person as kind } from "../../../src/domain/model/kinds/person.ts";
import { accountOf, type Person } from "../../support/rights/accounts.ts";
import { openRights, type RightsServer } from "../../support/rights/open-rights.ts";

const database = "site-medyka";
const author = (by: string, device: string): Author => ({ by, device, at: "2026-11-24T08:00:00.000Z" });
const [vera, ben, lea] = [
  author("vera", "vera1"),
  author(accountOf("volunteer of medyka") ?? "", "ben1"),
  author(accountOf("lead of medyka") ?? "", "lea1"),
];
const edit = (before: Document, change: object, by: Author) =>
  nextVersion(kind.rule, before, { ...before, ...change } as Document, by);
/** Vera's, edited by her once. */
const aRecord = (id: string): Document =>
  edit(
    firstVersion(kind, id, { site: "medyka", recordState: "quick", expiresAt: "2027-11-24" }, vera),
    { familyName: "Коваль" },
    vera,
  );

/** What somebody makes of another's record; `by` is who sends it. */
type Attack = (stored: Document, by: Author) => object;
const ofAnybody: Readonly<Record<string, Attack>> = {
  "the version raised": (stored) => ({ ...stored, v: 99 }),
  "a version from the future": (stored, by) => edit({ ...stored, v: 2 } as Document, { future: 1 }, by),
  "another beginning": (stored, by) => ({
    ...edit(stored, { sex: "f" }, by),
    createdBy: by.by,
    createdAt: "1971-01-01T00:00:00.000Z",
  }),
  "another beginning and nothing else": (stored, by) => ({ ...stored, createdBy: by.by }),
  emptied: (stored, by) => edit(stored, { erased: { why: "expired", at: "2026-11-24" } }, by),
  deleted: (stored) => ({ _id: stored._id, _deleted: true }),
  "deleted with its content": (stored, by) => ({ ...edit(stored, { sex: "f" }, by), _deleted: true }),
  "with a file": (stored, by) => ({
    ...edit(stored, { sex: "f" }, by),
    _attachments: { "x.txt": { content_type: "text/plain", data: "eA==" } },
  }),
  "of another kind": (stored, by) => ({ ...edit(stored, { sex: "f" }, by), kind: "group" }),
  "of another site": (stored, by) => edit(stored, { site: "przemysl" }, by),
  "a record of one's own under its id": (stored, by) =>
    firstVersion(kind, stored._id, { site: "medyka", recordState: "quick" }, { ...by, at: "1971-01-01T00:00:00.000Z" }),
  "not what is asked for": (stored, by) => edit(stored, { sex: 7 }, by),
};
const ofVolunteers: Readonly<Record<string, Attack>> = {
  "another's new edit": (stored) => edit(stored, { sex: "f" }, vera),
  "a value under another's stamp": (stored) => ({ ...stored, familyName: "Мельник" }),
  "a value of another taken away unseen": ({ familyName: _, ...stored }) => stored,
  padded: (stored, by) =>
    edit(stored, Object.fromEntries(Array.from({ length: 40 }, (_, place) => [`p${place}`, "x".repeat(900)])), by),
  "ending sooner": (stored, by) => edit(stored, { expiresAt: "1999-01-01" }, by),
};

describe.each([
  { name: "the design documents alone, past the front", viaFront: false },
  { name: "through the front", viaFront: true },
])("What is stored of another's record stays as it is, by $name (A11)", ({ viaFront }) => {
  /** A CouchDB judges a second beginning as if there were no first; it is the front that looks (`web/proxy/refuse-roots.ts`). */
  const unguarded = process.env.COUCHDB_URL && !viaFront ? "as a replica with a root of its own" : undefined;
  let server: RightsServer;
  let made = 0;
  beforeAll(async () => {
    server = await openRights({ viaFront });
  });
  afterAll(() => server.close());

  const path = (id: string) => `${database}/${encodeURIComponent(id)}`;
  const store = async () => {
    made += 1;
    const document = aRecord(`person:attack${made}`);
    const { body } = await server.couch.put<{ rev: string }>(path(document._id), document);
    return { document, rev: body.rev };
  };
  const leavesOf = async (id: string) =>
    (await server.couch.get<{ _rev: string; _conflicts?: readonly string[] }>(`${path(id)}?conflicts=true`)).body;

  /** Every way in which a version can be sent, with the history that it claims. */
  const ways = (version: object, id: string, rev: string) => {
    const [start, hash = ""] = rev.split("-");
    const next = { _rev: `${Number(start) + 1}-${"f".repeat(32)}` };
    const history = { ...next, _revisions: { start: Number(start) + 1, ids: ["f".repeat(32), hash] } };
    const root = { _rev: `1-${"f".repeat(32)}` };
    const put = (query: string, body: object) => ({ method: "PUT", path: `${path(id)}${query}`, body });
    const bulk = (doc: object, more: object = {}) => ({
      method: "POST",
      path: `${database}/_bulk_docs`,
      body: { docs: [doc], ...more },
    });
    return {
      alone: put("", { ...version, _rev: rev }),
      "in bulk": bulk({ ...version, _rev: rev }),
      "as a replica": bulk({ ...version, ...history }, { new_edits: false }),
      "as a replica, alone": put("?new_edits=false", { ...version, ...history }),
      "as a replica with a root of its own": bulk({ ...version, ...root }, { new_edits: false }),
      "as a replica of a history nobody knows": bulk({ ...version, _rev: `9-${"f".repeat(32)}` }, { new_edits: false }),
    };
  };

  const attack = async (person: Person, by: Author, make: Attack) => {
    const { document, rev } = await store();
    for (const [way, shot] of Object.entries(ways(make(document, by), document._id, rev))) {
      if (way === unguarded) continue;
      await server.fire(person, shot);
      expect({ way, ...(await leavesOf(document._id)) }).toEqual({ way, ...document, _rev: rev });
    }
  };

  test.each(Object.entries({ ...ofAnybody, ...ofVolunteers }))("A volunteer sends it: %s", (_, make) =>
    attack("volunteer of medyka", ben, make),
  );
  test.each(Object.entries(ofAnybody))("A lead sends it: %s", (_, make) => attack("lead of medyka", lea, make));
});
