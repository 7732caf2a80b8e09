import { expect, test } from "vitest";
import { refusedOfChildForm } from "../../../server/design/child-form-checks.ts";
import { completeHandover, handOver, handoverId } from "../../../src/domain/child-form/hand-over.ts";
import { noteNotified } from "../../../src/domain/child-form/note-notified.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { Child, Handover } from "../../../src/domain/model/kinds/child.ts";
import type { Result } from "../../../src/domain/model/result.ts";

const form = { _id: "child:1", kind: "child", site: "medyka", personId: "person:1" } as unknown as Child;
const olha = { by: "olha", at: "2026-11-24T22:00:00.000Z" };
const vira = { by: "vira", at: "2026-11-24T22:10:00.000Z" };
const id = handoverId(olha);
const value = <E>(result: Result<Child, E>): Child => {
  if (!result.ok) throw new Error("refused");
  return result.value;
};
const first = value(handOver(form, { name: "Ян Новак", office: "PCPR" }, olha));
const refused = (now: Child, account: string, before = first) =>
  refusedOfChildForm(now as unknown as Document, before as unknown as Document, account);
const withEntry = (entry: Partial<Handover>): Child => ({
  ...first,
  handovers: [...(first.handovers ?? []), { id, ...olha, notedAt: olha.at, name: "Хтось", ...entry } as Handover],
});

test("An officer adds a part to another one's handover, also with a clock that is behind", () => {
  for (const at of [vira.at, "2026-11-24T19:00:00.000Z"])
    for (const by of ["vira", "olha"])
      expect(refused(value(completeHandover(first, id, { witness: "Ганна Стець" }, { by, at })), by)).toBeUndefined();
});

test("No officer writes over a handover: neither with an earlier hour nor as who noted it", () => {
  expect(refused(withEntry({ by: "mallory", notedAt: "2000-01-01T00:00:00.000Z" }), "mallory")).toBe("event");
  expect(refused(withEntry({}), "olha")).toBe("event");
  const both = { ...withEntry({}) };
  expect(refused(both, "olha", form)).toBe("event");
});

test("What an authority was told is taken out by nobody, and noted in nobody else's name", () => {
  const told = value(noteNotified(form, { office: "police", reference: "7" }, olha));
  for (const account of ["olha", "mallory"]) expect(refused(form, account, told)).toBe("event");
  expect(refused(told, "mallory", form)).toBe("other_author");
  expect(refused(told, "olha", form)).toBeUndefined();
});
