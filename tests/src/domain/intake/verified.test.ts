import { expect, test } from "vitest";
import { correctSurname } from "../../../../src/domain/intake/correct-surname.ts";
import { editPerson } from "../../../../src/domain/intake/edit-person.ts";
import { verifyNames } from "../../../../src/domain/intake/verify-names.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import type { Result } from "../../../../src/domain/model/result.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const told = { isInformed: true, today: "2026-11-24", needs: undefined };
const olena = aDocument("person", "1", {
  ...{ familyName: "Рижко", givenName: "Олена", birth: { precision: "day", date: "1990-01-02" } },
  ...{ familyNameLat: "Ryzhko", givenNameLat: "Olena", latSource: "kmu55", recordState: "complete" },
});
const done = (result: Result<Person, unknown>): Person => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const verified = done(verifyNames(olena, { familyNameLat: "Ryzhko", givenNameLat: "Olena" }, told));

test("Names that were compared with a document make a record verified; half a comparison is none, and loses no name", () => {
  expect(verified).toMatchObject({ recordState: "verified", latSource: "document" });
  for (const half of [
    { familyNameLat: "", givenNameLat: "Olena" },
    { familyNameLat: "Ryzhko", givenNameLat: " " },
  ])
    expect(verifyNames(olena, half, told)).toMatchObject({ ok: false, error: { type: "NotAsInDocument" } });
  const one = { ...olena, familyName: undefined } as unknown as Person;
  expect(verifyNames(one, { familyNameLat: "", givenNameLat: "Olena" }, told).ok).toBe(true);
});

test("Another name is not the one that was verified: the Latin names stay, and are to be compared once more", () => {
  const renamed = { recordState: "complete", latSource: "typed", familyNameLat: "Ryzhko" };
  expect(done(correctSurname(verified, "Рижкова"))).toMatchObject({ familyName: "Рижкова", ...renamed });
  expect(done(editPerson(verified, { givenName: "Олеся" }, told))).toMatchObject({ givenName: "Олеся", ...renamed });
  expect(done(editPerson(verified, { languages: ["pl"] }, told))).toMatchObject({ recordState: "verified" });
});
