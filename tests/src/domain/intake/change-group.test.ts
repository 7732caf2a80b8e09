import { expect, test } from "vitest";
import { changeGroup, type GroupLine } from "../../../../src/domain/intake/change-group.ts";
import { correctSurname, namedAsGroup } from "../../../../src/domain/intake/correct-surname.ts";
import { editPerson } from "../../../../src/domain/intake/edit-person.ts";
import { settleRecordState } from "../../../../src/domain/intake/record-state.ts";
import { verifyNames } from "../../../../src/domain/intake/verify-names.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import { group as kind } from "../../../../src/domain/model/kinds/group.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const doing = { by: "ann", at: "2026-11-24T08:00:00.000Z" };
const group = aDocument("group", "1", { site: "medyka", arrivedAt: doing.at, keepTogether: true, label: "Рижко" });
const changed = (line: GroupLine, of = group) => {
  const done = changeGroup(of, line, doing);
  return done.ok ? done.value : done.error;
};
const lines: readonly GroupLine[] = [
  { line: "label", typed: " Рижик " },
  { line: "phone", typed: "067 123 45 67" },
  { line: "counts", counts: { "f|18_59": 2, "m|5_11": 0 } },
  { line: "onward", intent: "transit", destCountry: "DEU", destCity: "Берлін" },
  { line: "keepTogether", isTogether: false },
  { line: "pets", pets: ["cat"] },
  { line: "notice", how: "leaflet", language: "uk" },
];

test.each(lines)("$line: nothing but the line is written, and its kind allows it", (line) => {
  const now = changed(line) as typeof group;
  const written = Object.keys(now).filter((field) => now[field as never] !== group[field as never]);
  const fields = { notice: ["noticeGiven"], onward: ["intent", "destCountry", "destCity"] } as const;
  expect(written).toEqual(fields[line.line as keyof typeof fields] ?? [line.line]);
  expect(checkDocument(kind, now)).toEqual([]);
});

test("An empty line is taken away, and is no field any more", () => {
  const full = lines.reduce((before, line) => changed(line, before) as typeof group, group);
  const emptied = (
    [
      { line: "label", typed: " " },
      { line: "phone", typed: "" },
      { line: "onward", intent: undefined, destCountry: "DEU", destCity: "Берлін" },
      { line: "pets", pets: [] },
      { line: "notice", how: undefined, language: "uk" },
    ] as const
  ).reduce((before, line) => changed(line, before) as typeof group, full);
  for (const field of ["label", "phone", "intent", "destCountry", "destCity", "pets", "noticeGiven"])
    expect(emptied).not.toHaveProperty(field);
});

test("What makes no sense is answered, not written", () => {
  expect(changed({ line: "label", typed: "…" })).toEqual({ type: "NameHasNoLetter" });
  expect(changed({ line: "phone", typed: "0".repeat(41) })).toEqual({ type: "PhoneTooLong" });
  expect(changed({ line: "counts", counts: { "f|18_59": 0 } })).toEqual({ type: "NobodyCounted" });
});

test("Who stays goes to no country", () => {
  const onward = { intent: "stay", destCountry: "DEU", destCity: "Берлін" } as const;
  expect(changed({ line: "onward", ...onward })).not.toHaveProperty("destCountry");
});

const olena = aDocument("person", "1", {
  familyName: "Рижко",
  givenName: "Олена",
  familyNameLat: "Ryzhko",
  givenNameLat: "Olena",
  latSource: "kmu55",
});

test("A surname is corrected with its Latin form, but for one from a document", () => {
  expect(correctSurname(olena, "Рижик").ok && correctSurname(olena, "Рижик")).toMatchObject({
    value: { familyName: "Рижик", familyNameLat: "Ryzhyk", givenNameLat: "Olena", latSource: "kmu55" },
  });
  const seen = { ...olena, latSource: "document" } as const;
  expect(correctSurname(seen, "Рижик")).toMatchObject({ value: { familyName: "Рижик", familyNameLat: "Ryzhko" } });
  expect(namedAsGroup([olena, aDocument("person", "2", { familyName: "Ткач" })], "Рижко")).toEqual([olena]);
});

test("The notice completes what lacked only it, and is kept as long; verified elsewhere stays verified", () => {
  const known = { ...olena, birth: { precision: "day", date: "1990-01-02" } } as const;
  const today = "2026-11-24";
  expect(settleRecordState(known, true, today)).toMatchObject({
    value: { recordState: "complete", expiresAt: "2027-11-24" },
  });
  expect(settleRecordState(known, false, today)).toEqual({ ok: true, value: known });
  expect(settleRecordState({ ...known, recordState: "verified" }, true, today)).toMatchObject({
    value: { recordState: "verified" },
  });
});

test("Names from a document verify a complete record; other names typed over them do not", () => {
  const known = { ...olena, birth: { precision: "day", date: "1990-01-02" }, recordState: "complete" } as const;
  const basis = { isInformed: true, today: "2026-11-24" };
  const verified = verifyNames(known, { familyNameLat: "RYZHKO", givenNameLat: "Olena " }, basis);
  expect(verified).toMatchObject({
    value: { familyNameLat: "RYZHKO", givenNameLat: "Olena", latSource: "document", recordState: "verified" },
  });
  expect(verifyNames(known, { familyNameLat: "Рижко", givenNameLat: "" }, basis)).toMatchObject({
    error: { type: "NotAsInDocument", field: "familyNameLat" },
  });
  const typed = verified.ok && editPerson(verified.value, { familyNameLat: "Rizhko" }, { ...basis, needs: undefined });
  expect(typed).toMatchObject({ value: { latSource: "typed", recordState: "complete" } });
  const told = verified.ok && editPerson(verified.value, { plStatus: "ukr" }, { ...basis, needs: undefined });
  expect(told).toMatchObject({ value: { recordState: "verified" } });
});
