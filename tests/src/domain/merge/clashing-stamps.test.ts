import { expect, test } from "vitest";
import { merge, unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { firstVersion, nextVersion, resolveField } from "../../../../src/domain/merge/next-version.ts";
import { deviceBehind, deviceIn, isDevice } from "../../../../src/domain/merge/stamps.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";

const { rule } = kinds.person;
const lead = { by: "lea", device: "lead1", at: "2026-11-25T08:00:00.000Z" };
const first: Document = firstVersion(kinds.person, "person:1", { site: "medyka", recordState: "quick" }, lead);
/** As apps wrote whose stamps did not know their database. */
const write = (change: object): Document => nextVersion(rule, first, { ...first, ...change } as Document, lead);
const both = (one: Document, other: Document) => [merge(rule, one, other), merge(rule, other, one)] as const;

test("Two fields under one stamp, each in one copy: both are there, whichever way they are joined", () => {
  const [one, other] = both(write({ familyName: "Коваль" }), write({ patronymic: "Іванівна" }));
  expect(one).toEqual(other);
  expect(one).toMatchObject({ familyName: "Коваль", patronymic: "Іванівна" });
});

test("Two values of one field under one stamp: both wait for a person, and what is settled stays settled", () => {
  const [mine, theirs] = [write({ familyName: "Коваль" }), write({ familyName: "Ковальчук" })];
  const [one, other] = both(mine, theirs);
  expect(one).toEqual(other);
  const [conflict] = unresolvedConflicts(rule, one);
  expect(conflict?.values.map(([, value]) => value).sort()).toEqual(["Коваль", "Ковальчук"]);
  expect(merge(rule, one, mine)).toEqual(one);
  expect(merge(rule, theirs, one)).toEqual(one);
  const settled = nextVersion(rule, one, resolveField(one, "familyName", "Коваль"), { ...lead, device: "other1" });
  for (const late of [mine, theirs, one])
    for (const joined of both(settled, late)) expect(unresolvedConflicts(rule, joined)).toEqual([]);
});

test("A name in one database tells the device and fits into a stamp", () => {
  for (const device of ["abcdefgh", "dev1", "server", "constructor", "0123456789abcdef"]) {
    const name = deviceIn(device, "site-medyka");
    expect(name).toMatch(/^[a-z0-9]{4,16}$/);
    expect(name).not.toBe(deviceIn(device, "trip-01"));
    expect([isDevice(name, device), isDevice(device, device), isDevice(name, "elsewhere")]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(deviceBehind(deviceIn("abcdefgh", "trip-01"), "trip-01")).toBe("abcdefgh");
  expect(deviceBehind("abcdefgh", "trip-01")).toBe("abcdefgh");
});
