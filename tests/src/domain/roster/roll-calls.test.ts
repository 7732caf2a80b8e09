import { expect, test } from "vitest";
import { bringBackRecord, takeBackRecord } from "../../../../src/domain/attention/take-back.ts";
import { nextEvents } from "../../../../src/domain/roster/next-events.ts";
import { firstAnswer, isFound, rollCallAnswerOf } from "../../../../src/domain/roster/roll-calls.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const seen = aDocument("presence", "1", {
  site: "medyka",
  personId: "person:1",
  event: "seen",
  order: 1,
  at: "2026-11-24T20:00:00.000Z",
  by: "ann",
});

test("At a fire people are looked for outside, otherwise in their rooms", () => {
  expect(firstAnswer("fire")).toBe("safe_outside");
  expect(firstAnswer("evening")).toBe("seen");
  expect([isFound("seen"), isFound("safe_outside"), isFound("needs_help"), isFound("missing")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("An answer taken back does not count, and counts again when it is given again", () => {
  const taken = takeBackRecord(seen);
  const again = taken.ok ? bringBackRecord(taken.value) : taken;
  expect(taken.ok && rollCallAnswerOf([taken.value])).toBe("not_checked");
  expect(again.ok && rollCallAnswerOf([again.value])).toBe("seen");
});

test("Whoever is on leave can come back; whoever has left can do nothing", () => {
  expect(nextEvents({ status: "leave", since: "x" })[0]).toBe("leave_end");
  expect(nextEvents({ status: "out", since: "x" })).toEqual([]);
});
