import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { retryingWriter } from "../../../../src/app/workspace/retrying-writer.ts";
import { openStorageGuard } from "../../../../src/device/storage/storage-guard.ts";
import type { Writer } from "../../../../src/store/writer.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const aWriter = (answers: readonly (() => Promise<unknown>)[]) => {
  const left = [...answers];
  const saving: boolean[] = [];
  const add = vi.fn(() => left.shift()?.() as ReturnType<Writer["add"]>);
  const room = openStorageGuard(
    { allocate: async () => "laid", fits: async () => true, release: async () => true },
    () => {},
  );
  const writer = retryingWriter({ add, beginAnew: vi.fn(), bringIn: vi.fn(), change: vi.fn() }, room, (isSaving) =>
    saving.push(isSaving),
  );
  return { add, saving, save: () => writer.add("site-medyka", []) };
};
const saved = { ok: true, value: [] } as const;
const works = async () => saved;
const after = (milliseconds: number) => () =>
  new Promise((resolve) => {
    setTimeout(() => resolve(saved), milliseconds);
  });
const fails = (name: string) => () => Promise.reject(new DOMException("no", name));

test("A lost connection: the save is tried once more and succeeds", async () => {
  const { add, saving, save } = aWriter([fails("UnknownError"), works]);
  const answer = save();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toEqual(saved);
  expect(add).toHaveBeenCalledTimes(2);
  expect(saving).toEqual([]);
});

test("It takes its time, as after the browser emptied the storage: tried for two seconds and a half", async () => {
  const { add, save } = aWriter([fails("InvalidStateError"), fails("AbortError"), fails("InvalidStateError"), works]);
  const answer = save();
  await vi.advanceTimersByTimeAsync(2_600);
  expect(await answer).toEqual(saved);
  expect(add).toHaveBeenCalledTimes(4);
});

test("It fails every time: whoever saves is told so", async () => {
  const { save } = aWriter(Array.from({ length: 4 }, () => fails("InvalidStateError")));
  const answer = expect(save()).rejects.toThrow("no");
  await vi.advanceTimersByTimeAsync(3_000);
  await answer;
});

test("A full phone: with the ballast's place the save succeeds", async () => {
  const { add, save } = aWriter([fails("QuotaExceededError"), works]);
  expect(await save()).toEqual(saved);
  expect(add).toHaveBeenCalledTimes(2);
});

test("A save that hangs says so after two seconds, and that it is over once it is", async () => {
  const { saving, save } = aWriter([after(10_000)]);
  const answer = save();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(saving).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(saving).toEqual([true]);
  await vi.advanceTimersByTimeAsync(10_000);
  await answer;
  expect(saving).toEqual([true, false]);
});
