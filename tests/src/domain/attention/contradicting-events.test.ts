import { expect, test } from "vitest";
import {
  contradictionsAtBoarding,
  contradictionsInStay,
  type Resolution,
  resolveStay,
} from "../../../../src/domain/attention/contradicting-events.ts";
import type { Presence } from "../../../../src/domain/model/kinds/presence.ts";
import { noChildrenStay } from "../../../../src/domain/roster/leaving.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const at = "2026-11-24T08:00:00.000Z";
const doing = { by: "lead", at };
const stay = aDocument("stay", "1");
const act = (event: Presence["event"], order: number, extra: object = {}) =>
  aDocument("presence", `1.${order}.${event}`, {
    ...{ site: "medyka", personId: "person:1", stayId: "stay:1", event, order, at, by: "ann", ...extra },
  });
const names = (acts: readonly { readonly event: string }[]) => acts.map(({ event }) => event);

test.each<readonly [string, readonly Presence[], readonly string[]]>([
  ["one after the other", [act("check_in", 1), act("leave_start", 2), act("leave_end", 3), act("check_out", 4)], []],
  [
    "checked out and on leave, unseen",
    [act("check_in", 1), act("check_out", 2), act("leave_start", 2)],
    ["leave_start", "check_out"],
  ],
  [
    "checked out, and seen twice by who did not know",
    [act("check_in", 1), act("check_out", 2), act("leave_start", 2), act("leave_end", 3)],
    ["leave_end", "check_out"],
  ],
  ["two check-outs agree", [act("check_in", 1), act("check_out", 2), act("no_show", 2)], []],
  ["taken back", [act("check_in", 1), act("check_out", 2, { voided: "mistake" }), act("leave_start", 2)], []],
])("Left or here: %s", (_, acts, open) => {
  expect(names(contradictionsInStay(acts))).toEqual(open);
});

const open = [act("check_in", 1), act("check_out", 2, { reason: "abroad" }), act("leave_start", 2)];

const settledAs = (right: Presence) => {
  const settled = resolveStay({ stay, events: open }, right, [], noChildrenStay, doing);
  if (!settled.ok) throw new Error(settled.error.type);
  return settled.value;
};

/** The events after somebody settled it, as they come together on every phone. */
const after = (events: readonly Presence[], ...settled: readonly Resolution[]) => [
  ...events.map((event) => ({
    ...event,
    ...(settled.some(({ takenBack }) => takenBack.includes(event._id)) && { voided: "mistake" as const }),
  })),
  ...settled.flatMap(({ added }) =>
    added.map(({ content }) => act(content.event as Presence["event"], content.order as number, content)),
  ),
];

test.each(["check_out", "leave_start"] as const)("Whichever is right, one tap settles it: %s", (event) => {
  const right = open.find((one) => one.event === event);
  if (!right) throw new Error("not noted");
  const settled = settledAs(right);
  expect(contradictionsInStay(after(open, settled))).toEqual([]);
  expect(settled.added[0]?.content).toMatchObject({ event, order: 3, by: "lead" });
});

test("Settled as gone while a child stays: named and answered for, or not settled", () => {
  const [, right] = open;
  if (!right) throw new Error("not noted");
  const settle = (care: string) =>
    resolveStay({ stay, events: open }, right, ["person:c"], { named: ["person:c"], care }, doing);
  expect(settle("")).toMatchObject({ error: { type: "ChildrenCareMissing" } });
  expect(settle("the lead is with her")).toMatchObject({
    value: { added: [{ content: { childrenStay: ["person:c"], childrenCare: "the lead is with her" } }] },
  });
});

test("Two people who settle it differently, unseen of each other, are asked again", () => {
  const settled = (["check_out", "leave_start"] as const).flatMap((event) =>
    open.filter((one) => one.event === event).map(settledAs),
  );
  expect(names(contradictionsInStay(after(open, ...settled)))).toEqual(["leave_start", "check_out"]);
});

test("On board at one door and not come at the other is told; an undo that had seen the boarding is not", () => {
  const line = aDocument("line", "1");
  const scan = (event: string, order: number) =>
    aDocument("scan", `${order}.${event}`, { lineId: line._id, event, order });
  expect(names(contradictionsAtBoarding(line, [scan("no_show", 1), scan("board", 1)]))).toEqual(["no_show", "board"]);
  expect(contradictionsAtBoarding(line, [scan("board", 1), scan("unboard", 2)])).toEqual([]);
  expect(contradictionsAtBoarding(line, [scan("no_show", 1), scan("board", 1), scan("board", 2)])).toEqual([]);
});
