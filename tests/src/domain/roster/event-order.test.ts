import { describe, expect, test } from "vitest";
import { contradictionsInStay } from "../../../../src/domain/attention/contradicting-events.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import type { Presence } from "../../../../src/domain/model/kinds/presence.ts";
import type { Scan } from "../../../../src/domain/model/kinds/scan.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { nextOrder } from "../../../../src/domain/roster/event-order.ts";
import { stayEvent } from "../../../../src/domain/roster/stay-commands.ts";
import { stayStateOf } from "../../../../src/domain/roster/stay-state.ts";
import { board, correctBoarding, undoBoarding } from "../../../../src/domain/transport/boarding.ts";
import { passengerStatus } from "../../../../src/domain/transport/passenger-status.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const at = "2026-11-25T08:00:00.000Z";
const doing = { by: "vera", at };
const stay = aDocument("stay", "1");
const event = (name: Presence["event"], order: number, extra: object = {}): Presence =>
  aDocument("presence", `1.${order}.${name}`, {
    ...{ site: "medyka", personId: "person:1", stayId: "stay:1", event: name, order, ...doing },
    ...extra,
  });
const note = (events: readonly Presence[], name: Presence["event"]): readonly Presence[] => {
  const { id, content } = stayEvent(stay, events, name, doing);
  const noted = firstVersion(kinds.presence, id, content, { ...doing, device: "dev1" });
  expect(checkDocument(kinds.presence, noted)).toEqual([]);
  return [...events, noted as unknown as Presence];
};

describe("A number that nobody can have come to closes nothing", () => {
  test.each([
    { of: "the highest there is", outliers: [event("absent", 100_000)] },
    { of: "taken back", outliers: [event("absent", 100_000, { voided: "mistake" })] },
    { of: "several", outliers: [99_998, 99_999, 100_000, 5_000].map((order) => event("absent", order)) },
  ])("$of: what is noted after it counts, as often as is needed", ({ outliers }) => {
    let events = note([event("check_in", 1), ...outliers], "leave_start");
    expect(stayStateOf(events)).toMatchObject({ status: "leave" });
    for (let round = 0; round < 200; round += 1) events = note(note(events, "leave_end"), "leave_start");
    events = note(events, "check_out");
    expect(stayStateOf(events)).toMatchObject({ status: "out" });
    expect(new Set(events.map(({ _id }) => _id)).size).toBe(events.length);
    expect(contradictionsInStay(events)).toEqual([]);
  });

  test("Numbers as high as are still believed: what follows stands after them, and they never come near their end", () => {
    let events: readonly Presence[] = [event("check_in", 1)];
    for (let round = 0; round < 300; round += 1) {
      const jump = Math.max(...events.map(({ order }) => order));
      events = note([...events, event("absent", Math.max(jump, events.length + 50))], "returned");
      expect(stayStateOf(events)).toMatchObject({ status: "in" });
    }
    expect(nextOrder(events)).toBeLessThan(events.length + 60);
  });

  test("Some that are still on the way leave an honest number where it is", () => {
    const events = [event("check_in", 1), event("check_out", 30)];
    expect(stayStateOf(events)).toMatchObject({ status: "out" });
    expect(nextOrder(events)).toBe(31);
  });
});

describe("At the bus door", () => {
  const line = aDocument("line", "1");
  const trip = aDocument("trip", "1");
  const scan = (name: Scan["event"], order: number, extra: object = {}): Scan =>
    aDocument("scan", `1.${order}.${name}`, { lineId: "line:1", event: name, order, ...extra });

  test.each([{}, { voided: "mistake" } as const])(
    "After a number beyond all, a passenger can be boarded and taken off",
    (extra) => {
      let scans = [scan("no_show", 100_000, extra)];
      for (const act of [board, undoBoarding, board]) {
        const done = act({ trip, lines: [line], scans }, line, doing);
        if (!done.ok) throw new Error(done.error.type);
        const noted = firstVersion(kinds.scan, done.value.id, done.value.content, { ...doing, device: "dev1" });
        expect(checkDocument(kinds.scan, noted)).toEqual([]);
        scans = [...scans, noted as unknown as Scan];
      }
      expect(passengerStatus(line, scans)).toBe("boarded");
    },
  );

  test("What was taken back keeps its number: the same act once more is an event of its own", () => {
    const scans = [scan("board", 1, { voided: "mistake" })];
    expect(correctBoarding({ trip, lines: [line], scans }, line, "board", doing).id).toBe("scan:1.2.board");
  });
});
