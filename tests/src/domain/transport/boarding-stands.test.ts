import { expect, test } from "vitest";
import { contradictionsAtBoarding } from "../../../../src/domain/attention/contradicting-events.ts";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { type Scan, scan } from "../../../../src/domain/model/kinds/scan.ts";
import { correctBoarding } from "../../../../src/domain/transport/boarding.ts";
import { passengerStatus } from "../../../../src/domain/transport/passenger-status.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const trip = aDocument("trip", "1");
const child = aDocument("line", "child", { passenger: { child: true }, childTravelBasis: "with_parent" });
const at = "2026-11-24T20:00:00.000Z";

/** What somebody notes who has seen these acts and no others. */
const note = (event: Scan["event"], seen: readonly Scan[] = [], by = "ann"): Scan => {
  const { id, content } = correctBoarding({ trip, lines: [child], scans: seen }, child, event, { by, at });
  const noted = firstVersion(scan, id, content, { by, device: `${by}00`.slice(0, 4), at });
  expect(checkDocument(scan, noted)).toEqual([]);
  return noted as unknown as Scan;
};
const stands = (...scans: readonly Scan[]) => ({
  status: passengerStatus(child, scans),
  asked: contradictionsAtBoarding(child, scans).map(({ event }) => event),
});

const absent = note("no_show");
const boarded = note("board");

test.each([
  ["a no-show that is tapped again", [note("no_show", [absent])]],
  [
    "a no-show that is tapped a third time",
    [note("no_show", [absent]), note("no_show", [absent, note("no_show", [absent])])],
  ],
  ["an undo of the no-show", [note("unboard", [absent])]],
  ["an undo and a no-show", [note("unboard", [absent]), note("no_show", [absent, note("unboard", [absent])])]],
] as const)("By who had not seen the boarding, %s leaves the child on board, and it is asked about", (_, later) => {
  const { status, asked } = stands(absent, boarded, ...later);
  expect(status).toBe("boarded");
  expect(asked).toEqual([later.at(-1)?.event, "board"]);
});

test("Whoever knew of the boarding takes it back, and nobody is asked", () => {
  for (const event of ["unboard", "no_show", "alight"] as const)
    expect(stands(absent, boarded, note(event, [absent, boarded])).status).not.toBe("boarded");
  expect(stands(absent, boarded, note("no_show", [absent, boarded])).asked).toEqual([]);
});

test("One of two boardings is taken back: the other stands until that is, too", () => {
  const second = note("board", [absent], "ben");
  const undone = note("unboard", [absent, second], "ben");
  expect(stands(absent, boarded, second, undone).status).toBe("boarded");
  expect(stands(absent, boarded, second, undone, note("unboard", [absent, boarded, second, undone])).status).toBe(
    "booked",
  );
});

test("One boarding that two noted is taken back by one of them who did not know of the other: it stands, and is asked about", () => {
  const bens = note("board", [], "ben");
  const undone = note("unboard", [bens], "ben");
  const both = merge(scan.rule, boarded as unknown as Document, bens as unknown as Document) as unknown as Scan;
  expect(both._id).toBe(bens._id);
  expect(stands(bens, undone).status).toBe("booked");
  expect(stands(both, undone)).toEqual({ status: "boarded", asked: ["unboard", "board"] });
  expect(stands(both, undone, note("unboard", [both, undone])).status).toBe("booked");
});

test("Two people note one act, and only one of them knew of the boarding: it is taken back, in whatever order they come", () => {
  const [knew, did] = [note("no_show", [boarded]), note("no_show", [absent], "ben")] as unknown as readonly Document[];
  if (!knew || !did) throw new Error("not noted");
  for (const joined of [merge(scan.rule, knew, did), merge(scan.rule, did, knew)])
    expect(stands(absent, boarded, joined as unknown as Scan).status).toBe("no_show");
});

test("Acts of apps that named nothing: an undo knew of what was numbered below it, a no-show of nothing", () => {
  const old = (event: Scan["event"], order: number) =>
    aDocument("scan", `child.${order}.${event}`, { lineId: child._id, event, order });
  expect(stands(old("board", 1), old("unboard", 2)).status).toBe("booked");
  expect(stands(old("board", 1), old("no_show", 2)).status).toBe("boarded");
});
