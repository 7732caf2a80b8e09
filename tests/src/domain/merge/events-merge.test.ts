import { describe, expect, test } from "vitest";
import { merge, unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { type Author, firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { upgraded } from "../../../../src/domain/model/upgrade.ts";
import { fieldConflictsOf } from "../../../../src/live/attention/field-conflicts.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const author = (device: string, minute = 0): Author => ({
  by: device,
  device,
  at: `2026-11-25T08:0${minute}:00.000Z`,
});
const told = (who: Author) => ({ at: who.at, by: who.by, via: "list" });
const presenceBy = (device: string, minute: number, extra: object = {}): Document => {
  const who = author(device, minute);
  const content = { site: "medyka", personId: "person:1", stayId: "stay:1", event: "check_out", order: 2 };
  return firstVersion(kinds.presence, "presence:1.2.check_out", { ...content, ...told(who), ...extra }, who);
};
const scanBy = (device: string, minute: number, extra: object = {}): Document => {
  const who = author(device, minute);
  const content = { site: "medyka", tripId: "trip:1", lineId: "line:1", event: "no_show", order: 1 };
  return firstVersion(kinds.scan, "scan:1.1.no_show", { ...content, ...told(who), ...extra }, who);
};

describe.each([
  { kind: kinds.presence, noted: presenceBy, words: "note" },
  { kind: kinds.scan, noted: scanBy, words: "reason" },
])("$kind.name noted by several who have not seen each other", ({ kind, noted, words }) => {
  const [anna, bena, cara] = [noted("anna", 3), noted("bena", 1, { [words]: "by taxi" }), noted("cara", 2)] as const;
  const join = (...versions: Document[]) => versions.reduce((all, next) => merge(kind.rule, all, next));

  test("What the first stamp says is shown, and what only another says; in any order", () => {
    expect(join(anna, bena, cara)).toMatchObject({ by: "anna", at: anna.at, [words]: "by taxi" });
    expect(join(cara, bena, anna)).toEqual(join(anna, bena, cara));
    expect(join(bena, join(anna, cara))).toEqual(join(anna, bena, cara));
  });

  test("Nobody is asked, in the app neither, and what an older app joined is read the same way", () => {
    const joined = join(anna, bena, cara);
    const olderApp = merge(
      () => "newest",
      anna,
      merge(() => "newest", bena, cara),
    );
    const database = kind.name === "scan" ? "trip-1" : "site-medyka";
    for (const document of [joined, olderApp, upgraded(kind, olderApp)]) {
      expect(unresolvedConflicts(kind.rule, document)).toEqual([]);
      const roles = ["lead:medyka", "coordinator"];
      expect(fieldConflictsOf(aRecords({ [database]: [document as never] }), "medyka", roles)).toEqual([]);
    }
    expect(upgraded(kind, olderApp)).toMatchObject({ by: "anna", at: anna.at });
  });

  test("Taking it back holds, whoever joins a version that does not know of it", () => {
    const joined = join(anna, bena);
    const voided = nextVersion(kind.rule, joined, { ...joined, voided: "mistake" } as Document, author("cara"));
    expect(join(voided, cara, bena)).toMatchObject({ by: "anna", voided: "mistake" });
    expect(join(cara, voided)).toEqual(join(voided, cara));
  });
});

test("Nobody is asked about a field that the server lets nobody change", () => {
  const stayOf = (device: string, personId: string, bedId: string): Document =>
    firstVersion(kinds.stay, "stay:1", { site: "medyka", personId, bedId }, author(device));
  const joined = merge(kinds.stay.rule, stayOf("anna", "person:1", "bed:1"), stayOf("bena", "person:2", "bed:2"));
  const [asked] = fieldConflictsOf(aRecords({ "site-medyka": [joined as never] }), "medyka", ["lead:medyka"]);
  expect(asked?.conflicts.map(({ field }) => field)).toEqual(["bedId"]);
});
