import { describe, expect, test } from "vitest";
import type { Document } from "../../../../src/domain/model/document.ts";
import { type HeardWithin, whatIsOver } from "../../../../src/domain/retention/what-is-over.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const nobody = () => undefined;
/** Days after the morning on which `aDocument` makes everything. */
const day = (days: number): string =>
  new Date(Date.parse("2026-11-24T08:00:00Z") + days * 86_400_000).toISOString().slice(0, 10);
const over = (documents: readonly Document[], days: number, heardWithin: HeardWithin = nobody) =>
  [...whatIsOver(documents, day(days), heardWithin)].sort();

const quick: Document = aDocument("person", "1");
const named: Document = aDocument("person", "1", { recordState: "complete", givenName: "Ганна" });
const event = (key: string, kind: string, days: number, more: object = {}): Document =>
  aDocument("presence", `1.${key}.${kind}`, {
    ...{
      site: "medyka",
      personId: "person:1",
      stayId: "stay:1",
      event: kind,
      order: Number(key),
      at: `${day(days)}T08:00:00.000Z`,
      by: "ann",
    },
    ...more,
  });
const stay: Document = aDocument("stay", "1");
const checkIn = event("1", "check_in", 0);

describe("What follows from stay, trip and contact", () => {
  test("A record made in a hurry, to which nobody came back, is kept for 30 days; any other for a year", () => {
    expect(over([quick], 30)).toEqual([]);
    expect(over([quick], 31)).toEqual(["person:1"]);
    expect(over([named], 365)).toEqual([]);
    expect(over([named], 366)).toEqual(["person:1"]);
  });

  test("Whoever edits a record, or calls it quick, ends nothing sooner", () => {
    const edited = (recordState: string): Document => ({
      ...named,
      recordState,
      stamps: { ...named.stamps, seen: { dev1: 1, zoe1: 2 } },
    });
    expect(over([edited("quick")], 300)).toEqual([]);
    expect(over([{ ...edited("quick"), expiresAt: "1999-01-01" }], 300)).toEqual([]);
    expect(over([{ ...named, expiresAt: "2199-12-31" }], 366)).toEqual(["person:1"]);
  });

  test("Who lives here does not end; who left ends a year after", () => {
    const living = [named, stay, checkIn];
    expect(over(living, 4_000)).toEqual([]);
    for (const kind of ["leave_start", "hospital_start", "absent"])
      expect(over([...living, event("2", kind, 10)], 4_000)).toEqual([]);
    const left = [...living, event("2", "check_out", 100)];
    expect(over(left, 465)).toEqual([]);
    expect(over(left, 466)).toEqual(left.map(({ _id }) => _id).sort());
  });

  test("Nor does who came with somebody who lives here", () => {
    const mother = { ...named, groupId: "group:1" };
    const child: Document = { ...aDocument("person", "2"), groupId: "group:1" };
    const voided: Document = { ...aDocument("stay", "2", { personId: "person:2" }), voided: "mistake" };
    const group: Document = aDocument("group", "1", { site: "medyka", keepTogether: true, arrivedAt: quick.createdAt });
    expect(over([mother, child, voided, group, stay, checkIn], 4_000)).toEqual([]);
    expect(over([mother, child, group], 366)).toEqual(["group:1", "person:1", "person:2"]);
  });

  test("Whose registration was taken back and who had no bed ends 30 days later, alone, whoever lives here", () => {
    const at = `${day(10)}T08:00:00.000Z`;
    const { edits, seen } = named.stamps;
    const stamps = { ...named.stamps, edits: { ...edits, "2.zoe1": ["zoe", at] as const }, seen: { ...seen, zoe1: 2 } };
    const gone = { withdrawn: "declined", withdrawnAt: at, recordState: "withdrawn", stamps, groupId: "group:1" };
    const mother: Document = { ...named, groupId: "group:1" };
    const other: Document = { ...aDocument("person", "2"), ...gone };
    const group: Document = aDocument("group", "1", {
      ...{ site: "medyka", keepTogether: true, arrivedAt: quick.createdAt },
      counts: { "f|18_59": 1 },
    });
    expect(over([mother, group, stay, checkIn, other], 40)).toEqual([]);
    expect(over([mother, group, stay, checkIn, other], 41)).toEqual(["person:2"]);
    // The rest does not stay longer for it, and of a group of which nobody else is known nothing stays.
    expect(over([mother, group], 366)).toEqual(["group:1", "person:1"]);
    expect(over([other, { ...group, stamps }], 40)).toEqual([]);
    expect(over([other, { ...group, stamps }], 41)).toEqual(["group:1", "person:2"]);
    // Others who were only counted, a bed that was had, and a child for whom a lead has not agreed.
    expect(over([other, { ...group, stamps, counts: { "x|5_11": 2 } }], 41)).toEqual(["person:2"]);
    expect(over([other, { ...stay, personId: "person:2" }], 41)).toEqual([]);
    expect(over([{ ...other, childCare: "parent" }], 41)).toEqual([]);
    // What is no list of needs, no count, no stamp ends nothing sooner, and stops nobody else's end.
    expect(over([{ ...other, needFlags: 7 } as Document, { ...quick, _id: "person:3" }], 41)).toEqual(["person:3"]);
  });

  test("Who was only expected has not come; what was taken back did not happen", () => {
    expect(over([named, stay], 366)).toEqual(["person:1", "stay:1"]);
    expect(over([named, stay, { ...checkIn, voided: "mistake" }], 366)).toHaveLength(3);
  });

  test("A trip ends with its passengers 90 days after, one with an incident after a year; the people stay for theirs", () => {
    const trip: Document = aDocument("trip", "1", { departAt: `${day(5)}T08:00:00.000Z` });
    const line: Document = aDocument("line", "1.1", { personId: "person:1" });
    expect(over([trip, line, named], 95)).toEqual([]);
    expect(over([trip, line, named], 96)).toEqual(["line:1.1", "trip:1"]);
    expect(over([{ ...trip, status: "incident" }, line], 96)).toEqual([]);
    const scan: Document = aDocument("scan", "1.1.board", {
      lineId: "line:1.1",
      event: "board",
      at: `${day(40)}T08:00:00.000Z`,
    });
    expect(over([trip, line, scan], 130)).toEqual([]);
    expect(over([trip, line, scan], 131)).toHaveLength(3);
  });

  test("What was written about somebody who is gone ends by itself", () => {
    expect(over([stay, event("2", "check_out", 3)], 368)).toEqual([]);
    expect(over([stay, event("2", "check_out", 3)], 369)).toHaveLength(2);
  });
});

describe("No clock and no odd value ends anything sooner", () => {
  test("What the server heard of within the time stays, whatever days it says", () => {
    const old = { ...named, createdAt: "1971-01-01T00:00:00.000Z", stamps: { ...named.stamps, edits: {} } };
    expect(over([old], 1)).toEqual(["person:1"]);
    expect(over([old], 1, (id, days) => id === "person:1" && days === 365)).toEqual([]);
  });

  test("What says no day that can be right stays until the server has watched for long enough", () => {
    const dayless = { ...quick, createdAt: "never", stamps: { ...quick.stamps, edits: {} } };
    expect(over([dayless], 4_000)).toEqual([]);
    expect(over([dayless], 4_000, () => false)).toEqual(["person:1"]);
  });

  test("No day of a far future keeps anything for ever", () => {
    const edited = {
      ...named,
      stamps: { ...named.stamps, edits: { ...named.stamps.edits, "2.zoe1": ["zoe", "2199-01-01"] as const } },
    };
    const planned: Document = aDocument("stay", "1", { plannedTo: "2199-01-01" });
    expect(over([edited, planned], 366)).toEqual(["person:1", "stay:1"]);
    expect(over([named, aDocument("stay", "1", { plannedTo: day(100) })], 366)).toEqual([]);
  });

  test("Values that cannot be read are no reason", () => {
    const odd = { ...event("2", "check_out", 0), at: "0001-99-99", personId: 7, stayId: {} } as unknown as Document;
    const oddTrip = { ...aDocument("trip", "1"), stops: [7, { plannedAt: 7 }], departAt: {} } as unknown as Document;
    expect(over([named, stay, checkIn, odd, oddTrip], 80)).toEqual([]);
  });
});
