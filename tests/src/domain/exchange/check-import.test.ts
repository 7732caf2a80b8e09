import { expect, test } from "vitest";
import { checkImport, type ImportContext } from "../../../../src/domain/exchange/check-import.ts";
import { readRecordFile, recordFileName, recordFileOf } from "../../../../src/domain/exchange/record-file.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const database = "site-medyka";
const at = "2026-11-25T21:40:00.000Z";
const person = aDocument("person", "1", { givenName: "Оля" });
const reader = (roles: readonly string[], by = "lead", here?: Document): ImportContext => ({
  by,
  roles,
  databases: ["directory", database],
  here: () => here,
});
const lead = reader(["lead:medyka"]);
const verdict = (document: unknown, of: ImportContext = lead, place = database) =>
  checkImport({ database: place, document }, of).type;

test("A file is read back as it was written, and its name names nobody", () => {
  const file = recordFileOf([{ database, reason: "closed", document: person }], { by: "ann", device: "dev1", at });
  expect(readRecordFile(JSON.stringify(file))).toEqual({ ok: true, value: file });
  expect(recordFileName(at)).toBe("prystan-20261125-2140.json");
});

test.each(["", "{}", "[1]", "null", '{"format":"other","records":[]}'])("%s is no such file", (text) => {
  expect(readRecordFile(text)).toEqual({ ok: false, error: { type: "NotARecordFile" } });
});

test("A lead of the site brings in what others wrote; a volunteer only their own; nobody what belongs elsewhere", () => {
  expect(verdict(person)).toBe("new");
  expect(verdict(person, reader(["lead:przemysl"]))).toBe("notYours");
  expect(verdict(person, reader(["volunteer:medyka"], "ben"))).toBe("notYours");
  expect(verdict(person, reader(["volunteer:medyka"], "ann"))).toBe("new");
  expect(verdict(person, lead, "site-przemysl")).toBe("otherDatabase");
  expect(verdict({ ...person, site: "przemysl" })).toBe("otherDatabase");
});

test("What is here already is said to be; what adds to it too", () => {
  const edited = nextVersion(kinds.person.rule, person, { ...person, sex: "f" }, { by: "ann", device: "dev1", at });
  expect(verdict(person, reader(["lead:medyka"], "lead", edited))).toBe("here");
  expect(verdict(edited, reader(["lead:medyka"], "lead", person))).toBe("adds");
});

test("What is broken, invalid or newer is told apart", () => {
  expect(verdict("?")).toBe("unreadable");
  expect(verdict({ ...person, erased: { why: "expired", at: "2026-11-25" } })).toBe("unreadable");
  expect(checkImport({ database, document: { ...person, sex: "?" } }, lead)).toEqual({
    type: "invalid",
    problem: { field: "sex", type: "UnknownCode" },
  });
  expect(verdict({ ...person, v: 9, unheardOf: "?" })).toBe("new");
  expect(verdict({ ...person, v: 9, sex: "?" })).toBe("invalid");
  expect(verdict({ ...person, kind: "meal", _id: "meal:1" })).toBe("newerApp");
});
