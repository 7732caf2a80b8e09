import { expect, test } from "vitest";
import { readDemoFiles } from "../../../server/demo/demo-data.ts";
import { planDemo } from "../../../server/demo/plan-demo.ts";
import { planImport } from "../../../server/import/plan-import.ts";
import { writeImport } from "../../../server/import/write-import.ts";
import { warsawDay } from "../../../src/domain/dates/warsaw-time.ts";
import { checkDocument } from "../../../src/domain/model/check-document.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import { kindNamed } from "../../../src/domain/model/kinds.ts";
import { isWithoutParent } from "../../../src/domain/safeguarding/company.ts";
import { planManyPeople } from "../../support/data/many-people.ts";

const planned = (): ReadonlyMap<string, readonly Document[]> => {
  const plan = planImport(readDemoFiles(), { today: "2026-11-22" });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error[0]));
  return new Map(plan.value.databases.map(({ name, documents }) => [name, documents]));
};

test("Everything of the files that has a kind becomes a document that its kind allows", () => {
  for (const documents of planned().values()) {
    for (const document of documents) {
      const kind = kindNamed(document.kind);
      expect(kind && checkDocument(kind, document)).toEqual([]);
    }
  }
});

test("A person lies in the database of the site where the group is, with birth, group and names", () => {
  const person = planned()
    .get("site-medyka")
    ?.find(({ kind }) => kind === "person");
  expect(person).toMatchObject({
    site: "medyka",
    groupId: expect.stringMatching(/^group:/),
    birth: { precision: expect.any(String) },
  });
});

test("Of children it is noted with whom they came, and that no parent was, as a phone does that registers them", () => {
  const party = (known: ReadonlyMap<string, readonly Document[]>, groupId: unknown) =>
    [...known.values()].flat().filter((one) => one.kind === "person" && one.groupId === groupId) as unknown as Person[];
  const documents = planned();
  const people = [...documents.values()].flat().filter(({ kind }) => kind === "person") as unknown as Person[];
  const registeredOn = ({ groupId }: Person) =>
    warsawDay(party(documents, groupId).reduce((least, { createdAt }) => (createdAt < least ? createdAt : least), "9"));
  const alone = people.filter((one) => isWithoutParent(one, party(documents, one.groupId), registeredOn(one)));
  const noted = people.filter(({ noParentSince }) => noParentSince !== undefined);
  expect(noted.length).toBeGreaterThan(3);
  expect(noted.map(({ _id }) => _id)).toEqual(alone.map(({ _id }) => _id));
  for (const { noParentSince, createdAt } of noted) expect(noParentSince && noParentSince <= createdAt).toBe(true);
  const withAdults = people.filter(({ cameWith = [] }) => cameWith.length > 0);
  expect(withAdults.length).toBeGreaterThan(noted.length);
  for (const child of withAdults)
    expect(party(documents, child.groupId).map(({ _id }) => _id)).toEqual(
      expect.arrayContaining([...(child.cameWith ?? [])]),
    );
});

test("What volunteers may not hold is left out: no document number, no PESEL, no second phone, no free note", () => {
  const text = JSON.stringify([...planned().values()]);
  expect(text).not.toMatch(/docNumber|pesel|"phones"|"note":/);
});

test("The protected site has no address, coordinates or phone in the directory", () => {
  const site = planned()
    .get("directory")
    ?.find((document) => document.kind === "site" && document.protected === true);
  expect(site).toBeDefined();
  for (const field of ["address", "lat", "lon", "phone"]) expect(site).not.toHaveProperty(field);
});

test("The same files give the same ids and contents", () => {
  expect([...planned()]).toEqual([...planned()]);
});

test("Dates move with --shift-days, birth dates stay", () => {
  const moved = planImport(readDemoFiles(), { today: "2026-11-24", shiftDays: 2 });
  const before = planned()
    .get("site-medyka")
    ?.find(({ kind }) => kind === "group");
  const documents = moved.ok ? moved.value.databases.flatMap((database) => database.documents) : [];
  const after = documents.find(({ _id }) => _id === before?._id);
  expect(Date.parse(String(after?.arrivedAt)) - Date.parse(String(before?.arrivedAt))).toBe(2 * 86_400_000);
});

test("The demonstration has buses that board today, and nobody who arrives later than now", () => {
  const now = "2026-11-24T09:00:00.000Z";
  const demo = planDemo(now);
  const documents = demo.ok ? demo.value.databases.flatMap((database) => database.documents) : [];
  expect(
    documents.filter(
      ({ kind, status, departAt }) =>
        kind === "trip" && status === "boarding" && String(departAt).startsWith("2026-11-24"),
    ).length,
  ).toBeGreaterThan(0);
  expect(documents.filter(({ kind, arrivedAt }) => kind === "group" && String(arrivedAt) > now)).toEqual([]);
});

test("A second run writes nothing", async () => {
  const there = new Map<string, unknown>();
  const fetchInto = (async (url: string, init?: RequestInit) => {
    if (init?.method === "PUT") return new Response("{}", { status: 201 });
    const { docs } = JSON.parse(String(init?.body)) as { docs: readonly Document[] };
    const rows = docs.map((doc) => {
      const key = `${url} ${doc._id}`;
      if (there.has(key)) return { id: doc._id, error: "conflict", reason: "Document update conflict." };
      there.set(key, doc);
      return { id: doc._id, ok: true, rev: "1-a" };
    });
    return Response.json(rows, { status: 201 });
  }) as typeof fetch;
  const couch = { baseUrl: "http://couch", user: "admin", password: "x", fetch: fetchInto };
  const plan = planManyPeople(300, "medyka");
  const first = await writeImport(couch, plan);
  const second = await writeImport(couch, plan);
  expect(first).toMatchObject({ ok: true, value: { alreadyThere: 0 } });
  expect(second).toMatchObject({ ok: true, value: { written: 0 } });
});

test("Numbers that come with the records are no phone's to give again", async () => {
  const written: Document[] = [];
  const takes = (async (url: string, init?: RequestInit) => {
    if (init?.method === "PUT") return new Response("{}", { status: 201 });
    const { docs } = JSON.parse(String(init?.body)) as { docs: readonly Document[] };
    if (url.includes("/server/")) written.push(...docs);
    return Response.json(
      docs.map(({ _id: id }) => ({ id, ok: true, rev: "1-a" })),
      { status: 201 },
    );
  }) as typeof fetch;
  const person = { _id: "person:1", kind: "person", regNo: "100300266" } as unknown as Document;
  const plan = { ...planManyPeople(1, "medyka"), databases: [{ name: "site-medyka", documents: [person] }] };
  await writeImport({ baseUrl: "http://couch", user: "admin", password: "x", fetch: takes }, plan);
  expect(written).toEqual([{ _id: "series:10030", device: "import" }]);
});

test("A server that does not take the import is told, not swallowed", async () => {
  const refuses = (async () => Response.json({ error: "unauthorized" }, { status: 401 })) as typeof fetch;
  const written = await writeImport(
    { baseUrl: "http://couch", user: "a", password: "b", fetch: refuses },
    planManyPeople(10, "medyka"),
  );
  expect(written).toEqual({ ok: false, error: { type: "NotAdmitted" } });
});
