import { describe, expect, test } from "vitest";
import { checkChange, checkDocument, checkWrite } from "../../../../src/domain/model/check-document.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { maxBytesBesideLeads } from "../../../../src/domain/model/field.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { maxUnknownLength } from "../../../../src/domain/model/loose-parts.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const person: Document = aDocument("person", "1");
const said = (change: object, from: Document = person) =>
  checkDocument(kinds.person, { ...from, ...change }).map(({ type, field }) => `${type}:${field}`);
const rivals = (field: string, value: unknown): Pick<Document, "rivals"> => ({
  rivals: { [field]: [["1.dev2", value], ["1.dev1"]] },
});

describe("What would stop a phone is refused, in whatever field it stands", () => {
  test.each([
    ["a control character", { givenName: "Ol\u0007ia" }, "NotValid:givenName"],
    ["half of a character", { originSettlement: "\ud83d" }, "NotValid:originSettlement"],
    ["one in a field that nobody knows", { future: { text: ["\u0000"] } }, "NotValid:future"],
    ["one in a name of a field", { future: { "\u001b": 1 } }, "NotValid:future"],
    ["a list without end", { future: Array.from({ length: 1_001 }, () => 0) }, "NotValid:future"],
    ["a known list without end", { otherNames: Array.from({ length: 201 }, () => "x") }, "TooLong:otherNames"],
    ["more codes than there are", { needFlags: Array.from({ length: 500 }, () => "infant") }, "needFlags"],
    ["a day that no calendar has", { borderCrossedOn: "2026-02-30" }, "ImpossibleDate:borderCrossedOn"],
    ["a beginning at no time", { createdAt: "yesterday" }, "ImpossibleDate:createdAt"],
    ["unknown fields without end", { future: "x".repeat(maxUnknownLength) }, "TooLarge:future"],
    [
      "a waiting value that the field cannot hold",
      rivals("familyName", { not: "a name" }),
      "NotValid:rivals.familyName",
    ],
    ["a waiting day that no calendar has", rivals("expiresAt", "2026-02-30"), "NotValid:rivals.expiresAt"],
    ["a waiting value of a field that nobody knows", rivals("future", "\u0000"), "NotValid:rivals.future"],
  ])("%s", (_, change, problem) => {
    expect(said(change).join()).toContain(problem);
  });

  test("An edit at no time", () => {
    const edits = { ...person.stamps.edits, "2.dev1": ["ann", "yesterday"] };
    expect(said({ stamps: { ...person.stamps, edits } })).toEqual(["NotValid:stamps.edits.2.dev1"]);
  });

  test("More taken out of lists than anybody takes", () => {
    const taken = Object.fromEntries(Array.from({ length: 102 }, (_, place) => [`${place}`, "1.dev1"]));
    const edits = { ...person.stamps.edits, "2.dev1": ["ann", "2026-11-24", { needFlags: taken }] };
    expect(said({ stamps: { ...person.stamps, edits } })).toEqual(["NotValid:stamps.edits.2.dev1"]);
  });

  test("Also in a document of a newer version", () => {
    expect(said({ v: 99, familyName: { not: "a name" } })).toEqual(["NotValid:familyName"]);
    expect(said({ v: 99, future: "\u0000" })).toEqual(["NotValid:future"]);
  });
});

test("Lines, tabs, marks of direction, letters of every script and small fields of newer apps are taken", () => {
  const text = "Ганна\u200f \u202a+48 600\u202c 👩‍👧 i̇";
  expect(said({ originSettlement: text, future: { list: [1, "два\nрядки\tі колонка", null, true] } })).toEqual([]);
  expect(said(rivals("familyName", "Коваль"))).toEqual([]);
});

describe("What was wrong before hinders nobody who changes something else", () => {
  const broken = [
    ["a field", { familyName: { not: "a name" } }],
    ["a missing field", { recordState: undefined }],
    ["a beginning", { createdAt: "yesterday" }],
    ["an unknown field", { future: "\u0000" }],
    ["unknown fields without end", { future: "x".repeat(maxUnknownLength) }],
    ["a waiting value", rivals("familyName", 7)],
    ["a text without end", { notes: "x".repeat(70_000) }],
  ] as const;
  const bad = (change: object) => JSON.parse(JSON.stringify({ ...person, ...change })) as Document;

  test.each(broken)("%s", (_, change) => {
    const before = bad(change);
    expect(checkDocument(kinds.person, before)).not.toEqual([]);
    expect(checkChange(kinds.person, before, before)).toEqual([]);
    expect(checkChange(kinds.person, { ...before, v: 1 }, before)).toEqual([]);
  });

  test("It is not written again, and nothing else of the kind is added", () => {
    const before = bad({ familyName: 7, future: "\u0000" });
    const problems = (change: object) =>
      checkChange(kinds.person, { ...before, ...change }, before).map(({ field }) => field);
    expect(problems({ familyName: 8 })).toEqual(["familyName"]);
    expect(problems({ givenName: 7 })).toEqual(["givenName"]);
    expect(problems({ later: "\u0000" })).toEqual(["later"]);
    expect(problems({ familyName: "Коваль" })).toEqual([]);
  });

  test("A waiting value may come to be shown, and the other way round", () => {
    const shown = bad({ familyName: 7 });
    const waiting = bad(rivals("familyName", 7));
    const both = { ...rivals("familyName", 7), familyName: "Коваль" };
    expect(checkChange(kinds.person, { ...shown, ...both }, shown)).toEqual([]);
    expect(checkChange(kinds.person, { ...waiting, familyName: 7 as never }, waiting)).toEqual([]);
  });

  test("An edit at no time stays beside the edits that follow", () => {
    const stamps = { ...person.stamps, edits: { ...person.stamps.edits, "2.dev1": ["ann", "yesterday"] as const } };
    const before = { ...person, stamps };
    const edits = { ...stamps.edits, "3.dev1": ["ann", "2026-11-24T09:00:00.000Z"] as const };
    expect(checkChange(kinds.person, { ...before, stamps: { ...stamps, edits } }, before)).toEqual([]);
    const worse = { ...stamps.edits, "3.dev1": ["ann", "tomorrow"] as const };
    expect(checkChange(kinds.person, { ...before, stamps: { ...stamps, edits: worse } }, before)).toHaveLength(1);
  });
});

test("On a phone a record is filled as far as leaves a lead's room, and beyond only where it is beyond already", () => {
  const crowd = (bytes: number) => ({
    ...person,
    stamps: {
      ...person.stamps,
      seen: {
        ...person.stamps.seen,
        ...Object.fromEntries(Array.from({ length: Math.ceil(bytes / 12) }, (_, place) => [`d${100_000 + place}`, 1])),
      },
    },
  });
  const [roomy, full] = [crowd(maxBytesBesideLeads - 2_000), crowd(maxBytesBesideLeads + 2_000)];
  expect(checkWrite(kinds.person, roomy)).toEqual([]);
  expect(checkWrite(kinds.person, full, roomy)).toEqual([{ field: "", type: "TooLarge" }]);
  expect(checkWrite(kinds.person, full)).toEqual([{ field: "", type: "TooLarge" }]);
  expect(checkWrite(kinds.person, { ...full, v: 1 }, full)).toEqual([]);
  const [brim, over] = [crowd(maxBytesBesideLeads - 400), crowd(maxBytesBesideLeads + 400)];
  expect(checkWrite(kinds.person, over, brim)).toEqual([]); // a lead's small edit of what others filled to the brim
});
