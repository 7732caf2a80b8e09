import fc from "fast-check";
import { expect, test } from "vitest";
import type { NewDocument } from "../../../../src/domain/merge/new-document.ts";
import type { Line } from "../../../../src/domain/model/kinds/line.ts";
import type { Scan } from "../../../../src/domain/model/kinds/scan.ts";
import { board, markNoShow, undoBoarding } from "../../../../src/domain/transport/boarding.ts";
import { type Departure, depart } from "../../../../src/domain/transport/depart.ts";
import { allParted, departedWithout, partedAtDeparture } from "../../../../src/domain/transport/left-behind.ts";
import { countPassengers, type Manifest, passengerStatus } from "../../../../src/domain/transport/passenger-status.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const doing = { by: "ann", at: "2026-11-24T20:00:00.000Z" };
const basis = { childTravelBasis: "with_parent" };
const aLine = (key: string, child: boolean, more: object = {}): Line =>
  aDocument("line", key, {
    groupId: "group:1",
    personId: `person:${key}`,
    passenger: { child },
    ...(child && basis),
    ...more,
  });
const mother = aLine("mother", false);
const brother = aLine("brother", true);
const girl = aLine("girl", true);
const stranger = aLine("stranger", false, { groupId: "group:2" });
const lines = [mother, brother, girl, stranger];

const happened = (taps: readonly (readonly [Line, "board" | "no_show" | "unboard"])[]): Manifest => {
  const manifest: Manifest = { trip: aDocument("trip", "1"), lines, scans: [] };
  return taps.reduce(after, manifest);
};
const acts = { board, no_show: markNoShow, unboard: undoBoarding };
const after = (manifest: Manifest, [line, event]: readonly [Line, keyof typeof acts]): Manifest => {
  const made = acts[event](manifest, line, doing);
  return made.ok ? withScan(manifest, made.value) : manifest;
};
const withScan = (manifest: Manifest, { id, content }: NewDocument): Manifest => ({
  ...manifest,
  scans: [...manifest.scans, { ...aDocument("scan", "x", { event: "board" }), ...content, _id: id } as Scan],
});
const leaves = (manifest: Manifest, departure: Partial<Departure> = {}) =>
  depart(
    manifest,
    {
      counted: manifest.lines.filter((line) => passengerStatus(line, manifest.scans) === "boarded").length,
      reason: "",
      named: allParted(partedAtDeparture(manifest)).map(({ _id }) => _id),
      ...departure,
    },
    doing,
  );

test("A girl who is not aboard while her mother and brother are is named, whatever was noted of her", () => {
  for (const more of [
    [],
    [[girl, "no_show"]],
    [
      [girl, "board"],
      [girl, "unboard"],
    ],
  ] as const) {
    const manifest = happened([[mother, "board"], [brother, "board"], [stranger, "no_show"], ...more]);
    expect(partedAtDeparture(manifest)).toMatchObject({ childrenStaying: [girl], notAboard: [] });
    expect(leaves(manifest)).toMatchObject({ error: { type: "DepartureReasonMissing" } });
    expect(leaves(manifest, { reason: "father brings her by car", named: [] })).toMatchObject({
      error: { type: "PassengersNotNamed" },
    });
    expect(leaves(manifest, { reason: "father brings her by car" })).toMatchObject({
      value: { content: { parted: [girl._id], reason: "father brings her by car" } },
    });
  }
});

test("A girl who stays with her mother is not a child left behind, but a passenger who is named", () => {
  const manifest = happened([
    [stranger, "board"],
    [brother, "board"],
  ]);
  expect(partedAtDeparture(manifest)).toMatchObject({
    childrenStaying: [],
    childrenAboardAlone: [brother],
    notAboard: [mother, girl],
  });
});

test("Who is listed, not aboard and not a no-show is named; with a no-show and the right number nothing is asked", () => {
  const waiting = happened([
    [mother, "board"],
    [brother, "board"],
    [girl, "board"],
  ]);
  expect(leaves(waiting)).toMatchObject({ error: { type: "DepartureReasonMissing" } });
  const settled = after(waiting, [stranger, "no_show"]);
  expect(leaves(settled)).toMatchObject({ value: { content: { counted: 3 } } });
  expect(departedWithout(settled)).toBeUndefined();
});

test.each(["", " ", ".", "-", "ok", "12345"])("'%s' is no reason", (reason) => {
  const all = happened([
    [mother, "board"],
    [brother, "board"],
    [girl, "board"],
    [stranger, "board"],
  ]);
  expect(leaves(all, { counted: 5, reason })).toMatchObject({
    error: { type: "HeadcountDiffers", counted: 5, onBoard: 4 },
  });
  const waiting = happened([
    [mother, "board"],
    [brother, "board"],
    [girl, "board"],
  ]);
  expect(leaves(waiting, { reason })).toMatchObject({ error: { type: "DepartureReasonMissing" } });
});

test("What was said at departure is there for everybody who reads the trip", () => {
  const manifest = happened([
    [mother, "board"],
    [brother, "board"],
  ]);
  const left = leaves(manifest, { reason: "police takes her to the others" });
  if (!left.ok) throw new Error(left.error.type);
  expect(departedWithout(withScan(manifest, left.value))).toMatchObject({
    lines: [girl, stranger],
    reason: "police takes her to the others",
    departure: { by: "ann" },
  });
});

const taps = fc.array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom("board", "no_show", "unboard")), {
  maxLength: 15,
});

test("Whatever is tapped: a bus that left was let go with every parted passenger named and a reason in words, or with nobody parted", () => {
  fc.assert(
    fc.property(
      taps,
      fc.constantFrom("", ".", "they follow"),
      fc.boolean(),
      fc.nat(6),
      (sequence, reason, isTold, counted) => {
        const manifest = happened(sequence);
        const parted = allParted(partedAtDeparture(manifest)).map(({ _id }) => _id);
        const left = leaves(manifest, { reason, counted, ...(!isTold && { named: [] }) });
        if (!left.ok) return;
        const without = departedWithout(withScan(manifest, left.value));
        expect(without?.lines.map(({ _id }) => _id).sort() ?? []).toEqual([...parted].sort());
        if (parted.length > 0) expect(without?.reason).toBe("they follow");
        for (const child of [brother, girl]) {
          const isAboard = passengerStatus(child, manifest.scans) === "boarded";
          if (!isAboard && passengerStatus(mother, manifest.scans) === "boarded") expect(parted).toContain(child._id);
        }
      },
    ),
  );
});

test.each([{ status: "cancelled" }, { voided: "mistake" }])(
  "Whoever was let in counts as on board, also when taken off the list unseen of it (%o)",
  (off) => {
    const manifest = happened([
      [mother, "board"],
      [girl, "board"],
    ]);
    const changed = { ...manifest, lines: lines.map((line) => (line === girl ? ({ ...line, ...off } as Line) : line)) };
    expect(countPassengers(changed)).toMatchObject({ onBoard: 2, childrenOnBoard: 1 });
  },
);

test.each(["no_show", "cancelled"] as const)(
  "A father who is noted as %s does not stay with the child as far as anybody knows",
  (noted) => {
    const father = aLine("father", false, noted === "cancelled" ? { status: "cancelled" } : {});
    const scans = happened([
      [mother, "board"],
      [brother, "board"],
      [girl, "no_show"],
      [stranger, "no_show"],
    ]).scans;
    const manifest = { trip: aDocument("trip", "1"), lines: [...lines, father], scans };
    const told = noted === "no_show" ? after(manifest, [father, "no_show"]) : manifest;
    expect(partedAtDeparture(told)).toMatchObject({ childrenStaying: [girl] });
    expect(leaves(told)).toMatchObject({ error: { type: "DepartureReasonMissing" } });
  },
);
