import { expect, test } from "vitest";
import { completeHandover, handOver, handoversOf, missingParts } from "../../../../src/domain/child-form/hand-over.ts";
import { noteNotified } from "../../../../src/domain/child-form/note-notified.ts";
import { addSibling, emptySibling, removeSibling } from "../../../../src/domain/child-form/siblings.ts";
import type { Child } from "../../../../src/domain/model/kinds/child.ts";
import type { Result } from "../../../../src/domain/model/result.ts";

const form = { _id: "child:1", kind: "child", site: "medyka", personId: "person:1" } as unknown as Child;
const olha = { by: "olha", at: "2026-11-24T22:00:00.000Z" };
const vira = { by: "vira", at: "2026-11-24T22:10:00.000Z" };
const whole = { name: "Ян Новак", office: "PCPR", paperEnd: "4711", on: "2026-11-24", hour: "21:30" };
const value = <E>(result: Result<Child, E>): Child => {
  if (!result.ok) throw new Error("refused");
  return result.value;
};

test("What has happened is noted whatever is missing, and the missing parts are named", () => {
  const [noted] = handoversOf(value(handOver(form, { office: "PCPR" }, olha)));
  expect(noted).toMatchObject({ office: "PCPR", by: "olha", notedAt: olha.at });
  expect(noted && missingParts(noted)).toEqual(["name", "paperEnd", "on", "hour", "signed", "witness"]);
  expect(handOver(form, { name: "  " }, olha)).toEqual({ ok: false, error: { type: "Missing", field: "name" } });
});

test("Missing parts are added later by whoever learns them; what stands there already stays", () => {
  const first = value(handOver(form, { ...whole, signed: "yes" }, olha));
  const id = handoversOf(first)[0]?.id ?? "";
  const later = value(completeHandover(first, id, { name: "Хтось", witness: "Ганна Стець" }, vira));
  const [noted] = handoversOf(later);
  expect(noted).toMatchObject({ ...whole, signed: "yes", witness: "Ганна Стець", by: "olha" });
  expect(noted && missingParts(noted)).toEqual([]);
  expect(later.handovers).toHaveLength(2);
});

test("A phone with a slow clock that adds a part becomes no author of the handover, and is no earlier than it", () => {
  const first = value(handOver(form, whole, olha));
  const slow = { by: "vira", at: "2026-11-24T19:00:00.000Z" };
  const all = value(completeHandover(first, handoversOf(first)[0]?.id ?? "", { witness: "olha" }, slow));
  const [one] = handoversOf(all);
  expect(one && { by: one.by, notedAt: one.notedAt, missing: missingParts(one) }).toEqual({
    ...{ by: "olha", notedAt: olha.at, missing: ["signed", "witness"] },
  });
  expect(all.handovers?.[1]?.notedAt).toBe("2026-11-24T22:00:00.001Z");
});

test("What was noted of a handover at first stands, whatever hour another entry gives", () => {
  const first = value(handOver(form, whole, olha));
  const [noted] = handoversOf(first);
  const forged = { ...noted, name: "Хтось Інший", by: "mallory", notedAt: "2000-01-01T00:00:00.000Z" } as typeof noted;
  for (const handovers of [
    [noted, forged],
    [forged, noted],
  ])
    expect(handoversOf({ handovers } as Child)).toMatchObject([{ name: "Ян Новак", by: "olha", notedAt: olha.at }]);
});

test("Who noted a handover is no witness of it", () => {
  const [noted] = handoversOf(value(handOver(form, { ...whole, signed: "no", witness: " Olha" }, olha)));
  expect(noted && missingParts(noted)).toEqual(["witness"]);
});

test.each([
  ["9.05", "09:05"],
  ["2130", "21:30"],
  ["7 15", "07:15"],
])("The hour %j is %j", (typed, hour) => {
  expect(handoversOf(value(handOver(form, { hour: typed }, olha)))).toMatchObject([{ hour }]);
});

test.each([
  [{ hour: "25:00" }, "hour", "NotValid"],
  [{ hour: "вечір" }, "hour", "NotValid"],
  [{ on: "2026-2-31" }, "on", "ImpossibleDate"],
] as const)("%j is refused at its field", (typed, field, type) => {
  expect(handOver(form, typed, olha)).toEqual({ ok: false, error: { type, field } });
});

test("Two handovers are shown apart, the latest first", () => {
  const twice = value(handOver(value(handOver(form, { name: "А" }, olha)), { name: "Б" }, vira));
  expect(handoversOf(twice).map(({ name }) => name)).toEqual(["Б", "А"]);
});

test("An authority that was told is noted by name of who told it; which one is needed", () => {
  const told = value(noteNotified(form, { office: "police", reference: " RSD-1 " }, olha));
  expect(told.notified).toEqual([{ office: "police", reference: "RSD-1", ...olha }]);
  expect(noteNotified(form, { office: undefined, reference: "1" }, olha)).toMatchObject({ error: { field: "office" } });
});

test("A brother is noted as far as he is known, and taken out again", () => {
  const one = value(addSibling(form, { ...emptySibling, name: " Максим ", together: "no" }));
  expect(one.siblings).toEqual([{ name: "Максим", together: "no" }]);
  expect(value(removeSibling(one, { together: "no", name: "Максим" })).siblings).toEqual([]);
  expect(addSibling(form, emptySibling)).toMatchObject({ error: { type: "Missing", field: "name" } });
});
