import { expect, test } from "vitest";
import { completeHandover, handOver, handoverId } from "../../../../src/domain/child-form/hand-over.ts";
import { settledByHandover } from "../../../../src/domain/child-form/settled-by-handover.ts";
import type { Child } from "../../../../src/domain/model/kinds/child.ts";
import type { ConfidentialNote } from "../../../../src/domain/model/kinds/confidential-note.ts";
import type { Result } from "../../../../src/domain/model/result.ts";

const form = { _id: "child:1", kind: "child", site: "medyka", personId: "person:1" } as unknown as Child;
const olha = { by: "olha", at: "2026-11-24T10:00:00.000Z" };
const vira = { by: "vira", at: "2026-11-26T10:00:00.000Z" };
const value = <E>(result: Result<Child, E>): Child => {
  if (!result.ok) throw new Error("refused");
  return result.value;
};
const concern = (topic: string, at: string, more: object = {}) =>
  ({ _id: `confidential-note:${topic}`, topic, at, ...more }) as unknown as ConfidentialNote;
const earlier = concern("child_alone", "2026-11-24T09:00:00.000Z");
const concerns = [
  earlier,
  concern("child_behind", "2026-11-24T09:00:00.000Z", { settled: true }),
  concern("child_twice", "2026-11-24T09:00:00.000Z"),
  concern("talk_private", "2026-11-24T09:00:00.000Z"),
  concern("child_left", "2026-11-25T02:00:00.000Z"),
];
const id = handoverId(olha);

test("A handover settles what officers were told before it, but no sign that the child came twice and no other wish", () => {
  const after = value(handOver(form, { name: "Ян Новак" }, olha));
  expect(settledByHandover(id, { before: form, after }, concerns)).toEqual([earlier]);
});

test("What is added to a handover whose receiver is known settles nothing: what was told since then stays open", () => {
  const before = value(handOver(form, { name: "Ян Новак" }, olha));
  const after = value(completeHandover(before, id, { witness: "Ганна Стець" }, vira));
  expect(settledByHandover(id, { before, after }, concerns)).toEqual([]);
});

test("A receiver who is named later settles what was told before the handover, and nothing that was told after it", () => {
  const before = value(handOver(form, { office: "PCPR" }, olha));
  expect(settledByHandover(id, { before: form, after: before }, concerns)).toEqual([]);
  const after = value(completeHandover(before, id, { name: "Ян Новак" }, vira));
  expect(settledByHandover(id, { before, after }, concerns)).toEqual([earlier]);
});
