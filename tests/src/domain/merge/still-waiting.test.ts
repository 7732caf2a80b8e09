import { expect, test } from "vitest";
import { merge, unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { type Author, type Content, firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Kind } from "../../../../src/domain/model/kind.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";

const by = (device: string, account = device): Author => ({ by: account, device, at: "2026-11-25T08:00:00.000Z" });
const site = "medyka";
const person: Document = firstVersion(kinds.person, "person:1", { site, recordState: "quick" }, by("maker"));
const edit = (kind: Kind, before: Document, field: string, value: unknown, author: Author): Document =>
  nextVersion(kind.rule, before, { ...before, [field]: value }, author);
const rename = (before: Document, name: string, author: Author) =>
  edit(kinds.person, before, "familyName", name, author);
const join = (...versions: readonly Document[]) =>
  versions.slice(1).reduce((all, next) => merge(kinds.person.rule, all, next), versions[0] as Document);
const waiting = (document: Document, field = "familyName") =>
  (document.rivals?.[field] ?? []).map(([, value]) => value);

const sort = (kind: Kind, field: string, content: Content, valueIn: (round: string) => unknown) => ({
  ...{ name: `${kind.name} ${field}`, kind, field, content, valueIn },
});

test.each([
  sort(kinds.stay, "roomId", { site, personId: "person:1" }, (round) => `room:${round}`),
  sort(kinds.stay, "expiresAt", { site, personId: "person:1" }, (round) => `2027-01-${round}`),
  sort(kinds.person, "recordState", { site, recordState: "quick" }, (round) => `state ${round}`),
  sort(kinds.person, "source", { site, recordState: "quick" }, (round) => `source ${round}`),
  sort(kinds.person, "latSource", { site, recordState: "quick" }, (round) => `source ${round}`),
  sort(kinds.vehicle, "plateKey", { plate: "RZ 1" }, (round) => `RZ${round}`),
  sort(kinds.person, "otherNames", { site, recordState: "quick" }, (round) => [`name ${round}`]),
  sort(kinds.trip, "driverAccounts", { site }, (round) => [`driver ${round}`]),
])("Nothing piles up of what nobody is asked about: $name", ({ kind, field, content, valueIn }) => {
  let document: Document = firstVersion(kind, `${kind.name}:1`, content, by("maker"));
  for (let round = 1; round <= 50; round += 1) {
    const [one, other] = ["dev1", "dev2"].map((device, at) =>
      edit(kind, document, field, valueIn(String(round * 2 + at)), by(device)),
    ) as [Document, Document];
    document = merge(kind.rule, one, other);
    expect(document.rivals?.[field]).toHaveLength(2);
    expect(unresolvedConflicts(kind.rule, document)).toEqual([]);
  }
});

test("Two who write the same wait for nobody; whoever changes it replaces both", () => {
  const joined = join(rename(person, "Коваль", by("dev1")), rename(person, "Коваль", by("dev2")));
  expect(unresolvedConflicts(kinds.person.rule, joined)).toEqual([]);
  expect(rename(joined, "Ковальчук", by("dev3")).rivals).toBe(undefined);
});

test("What waits is named once, and not beside itself", () => {
  const joined = join(...["Г", "Б", "Б", "В"].map((name, at) => rename(person, name, by(`dev${at}`))));
  expect(new Set(waiting(joined))).toEqual(new Set(["Б", "В", "Г"]));
  expect(waiting(rename(joined, "Д", by("dev9"))).sort()).toEqual(["Б", "Г", "Д"]);
  expect(waiting(rename(joined, "Г", by("dev9"))).sort()).toEqual(["Б", "Г"]);
});

test("People are asked about at most as many values as people wrote, however long nobody answers", () => {
  let document = person;
  for (let round = 1; round <= 50; round += 1)
    document = join(...["dev1", "dev2", "dev3"].map((device) => rename(document, `${device} ${round}`, by(device))));
  const values = waiting(document);
  expect(values.length).toBeLessThanOrEqual(3 + 8);
  expect(values).toEqual(expect.arrayContaining(["dev1 50", "dev2 50", "dev3 50"]));
});

test("What somebody else wrote, or on another phone, is never replaced unseen for that", () => {
  const document = join(...Array.from({ length: 12 }, (_, at) => rename(person, `name ${at}`, by(`dev${at}`))));
  const shown = document.familyName as string;
  const gone = (author: Author) => {
    const after = waiting(rename(document, "new", author));
    return waiting(document).filter((value) => !after.includes(value));
  };
  expect(gone(by("dev3"))).toEqual([shown, "name 3"]);
  expect(gone(by("dev3", "other"))).toEqual([shown]);
  expect(gone(by("other", "dev3"))).toEqual([shown]);
});
