import { describe, expect, test } from "vitest";
import type { ConfidentialNote } from "../../../../src/domain/model/kinds/confidential-note.ts";
import { reopenNote, settleNote, takeNote, waitsTooLong } from "../../../../src/domain/walls/take-note.ts";
import { emptyNote, type TypedNote, writeNote } from "../../../../src/domain/walls/write-note.ts";

const doing = { by: "olha", at: "2026-11-24T09:00:00.000Z" };
const typed = (part: Partial<TypedNote>) => writeNote({ ...emptyNote, ...part });

describe("A note as it is typed", () => {
  test.each([
    [{}, "topic", "Missing"],
    [{ topic: "contact" }, "number", "Missing"],
    [{ topic: "paper", paperType: "паспорт" }, "paper", "Missing"],
    [{ topic: "health" }, "text", "WordsMissing"],
    [{ topic: "other", text: " . " }, "text", "WordsMissing"],
    [{ topic: "contact", number: "1".repeat(61) }, "number", "TooLong"],
  ] as const)("%j is refused at its field", (part, field, type) => {
    expect(typed(part as Partial<TypedNote>)).toEqual({ ok: false, error: { type, field } });
  });

  test("A wish to talk in private needs no words", () => {
    expect(typed({ topic: "talk_private" })).toEqual({ ok: true, value: { topic: "talk_private" } });
  });

  test("What was typed under another topic is not taken along", () => {
    const other = { needs: ["pregnant"] as const, number: "+48 500 000 000", paper: "AB123456" };
    expect(typed({ ...other, topic: "health", needs: ["medicine"], text: " щодня " })).toEqual({
      ok: true,
      value: { topic: "health", needs: ["medicine"], text: "щодня" },
    });
    expect(typed({ ...other, topic: "contact", whose: "брат", safeToCall: "no" })).toEqual({
      ok: true,
      value: { topic: "contact", contact: { raw: "+48 500 000 000", whose: "брат", safeToCall: "no" } },
    });
    expect(typed({ ...other, topic: "paper" })).toEqual({
      ok: true,
      value: { topic: "paper", paper: { number: "AB123456" } },
    });
  });
});

describe("A note in the hands of those who read it", () => {
  const note = { _id: "confidential-note:1", topic: "health" } as unknown as ConfidentialNote;

  test("Is taken by name, settled in words, and opened again", () => {
    expect(takeNote(note, doing)).toMatchObject({ value: { takenBy: "olha", takenAt: doing.at } });
    expect(settleNote(note, "  ", doing)).toEqual({ ok: false, error: { type: "WordsMissing" } });
    const settled = settleNote(note, " лікаря викликано ", doing);
    expect(settled).toMatchObject({ value: { settled: true, done: "лікаря викликано", takenBy: "olha" } });
    const ivan = { by: "ivan", at: "2026-11-24T10:00:00.000Z" };
    const reopened = settled.ok && reopenNote(settled.value, ivan);
    expect(reopened).toMatchObject({ value: { done: "лікаря викликано", takenBy: "ivan", takenAt: ivan.at } });
    expect(reopened).not.toMatchObject({ value: { settled: true } });
  });

  test("Of children and of who wants to talk it is said after half an hour that nobody has taken charge", () => {
    const child = { ...note, topic: "child_alone", at: "2026-11-24T09:00:00.000Z" } as ConfidentialNote;
    expect(waitsTooLong(child, "2026-11-24T09:29:59.000Z")).toBe(false);
    expect(waitsTooLong(child, "2026-11-24T09:30:00.000Z")).toBe(true);
    expect(waitsTooLong({ ...child, takenBy: "olha" }, "2026-11-25T09:30:00.000Z")).toBe(false);
    expect(waitsTooLong({ ...child, topic: "health" }, "2026-11-25T09:30:00.000Z")).toBe(false);
  });
});
