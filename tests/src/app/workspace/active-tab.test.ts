import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ActiveTab, becomeActiveTab } from "../../../../src/app/workspace/active-tab.ts";
import { fakeTabs } from "../../../support/browser/fake-tabs.ts";

type Tabs = ReturnType<typeof fakeTabs>;

let said: string[];
let opened: Map<string, ActiveTab>;
/** Who works with the store, and has not written everything yet. */
let working: Set<string>;
let overlaps: string[];

/** Takes `closing` milliseconds to write what it has open. */
const open = (tabs: Tabs, name: string, closing = 300) => {
  const handOver = async () => {
    said.push(`${name} closes`);
    await new Promise((resolve) => setTimeout(resolve, working.has(name) ? closing : 0));
    working.delete(name);
  };
  const tab = tabs.inTab(name, () => becomeActiveTab("holder", handOver));
  opened.set(name, tab);
  void tab.ready.then(() => {
    if (opened.get(name) !== tab) return; // closed meanwhile: nothing of it runs
    said.push(`${name} begins`);
    if (working.size > 0) overlaps.push(`${name} while ${[...working]} works`);
    working.add(name);
  });
};
const close = (tabs: Tabs, name: string) => {
  tabs.close(name);
  working.delete(name);
  opened.delete(name);
};

beforeEach(() => {
  vi.useFakeTimers();
  [said, opened, working, overlaps] = [[], new Map(), new Set(), []];
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("A tab that is alone begins at once, and lets go when it is told to", async () => {
  const tabs = fakeTabs(() => 0);
  open(tabs, "first");
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual(["first begins"]);
  opened.get("first")?.release();
  working.clear();
  open(tabs, "second");
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual(["first begins", "second begins"]);
});

test("Of three tabs at once the newest works, after the first has written; the second need not begin", async () => {
  const tabs = fakeTabs(() => 5);
  open(tabs, "first");
  await vi.advanceTimersByTimeAsync(1_000);
  open(tabs, "second");
  open(tabs, "third");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said).toEqual(["first begins", "first closes", "second closes", "third begins"]);
  expect(overlaps).toEqual([]);
});

test("Where the newest is closed while it waits, the one before it works", async () => {
  const tabs = fakeTabs(() => 5);
  open(tabs, "first");
  await vi.advanceTimersByTimeAsync(1_000);
  open(tabs, "second");
  open(tabs, "third");
  await vi.advanceTimersByTimeAsync(100);
  close(tabs, "third");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said).toEqual(["first begins", "first closes", "second begins"]);
});

test("Who has the store and is closed in the middle of letting go leaves it to one tab", async () => {
  const tabs = fakeTabs(() => 5);
  open(tabs, "first", 1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  open(tabs, "second");
  open(tabs, "third");
  await vi.advanceTimersByTimeAsync(100);
  close(tabs, "first");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(working).toEqual(new Set(["third"]));
  expect(overlaps).toEqual([]);
});

test("A frozen tab is passed over, by one of those who wait; robbed of the lock, it closes", async () => {
  const tabs = fakeTabs(() => 5);
  open(tabs, "first");
  await vi.advanceTimersByTimeAsync(1_000);
  tabs.freeze("first");
  open(tabs, "second");
  open(tabs, "third");
  await vi.advanceTimersByTimeAsync(1_500);
  expect(said).toEqual(["first begins"]);
  working.clear(); // it stands still, and writes nothing
  await vi.advanceTimersByTimeAsync(10_000);
  expect(working.size).toBe(1);
  expect(overlaps).toEqual([]);
  expect(said).toContain("first closes");
});

test("An app of before asks in words, and is let in", async () => {
  const tabs = fakeTabs(() => 5);
  open(tabs, "first");
  await vi.advanceTimersByTimeAsync(1_000);
  tabs.inTab("old", () => new BroadcastChannel("prystan:holder").postMessage("to me, please"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual(["first begins", "first closes"]);
});

const step = fc.record({
  act: fc.constantFrom("open" as const, "open" as const, "open" as const, "close" as const, "release" as const),
  which: fc.nat(9),
  closing: fc.integer({ min: 0, max: 1_200 }),
  wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 4_000 })),
});

test("Whatever tabs open and close, and however slow messages are: never two at once, and one works as long as one waits", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 40 })),
      async (steps, delays) => {
        [said, opened, working, overlaps] = [[], new Map(), new Set(), []];
        const tabs = fakeTabs(() => delays.next().value);
        let wereClosed = false;
        for (const [number, { act, which, closing, wait }] of steps.entries()) {
          const one = [...opened.keys()][which % Math.max(1, opened.size)];
          if (act === "open") open(tabs, `tab ${number}`, closing);
          else if (one !== undefined) {
            wereClosed = true;
            if (act === "release") opened.get(one)?.release();
            close(tabs, one);
          }
          await vi.advanceTimersByTimeAsync(wait);
        }
        await vi.advanceTimersByTimeAsync(60_000);
        const waiting = [...opened.keys()].filter((name) => !said.includes(`${name} closes`));
        expect(overlaps).toEqual([]);
        expect(working.size).toBe(waiting.length > 0 ? 1 : 0);
        if (opened.size > 0 && !wereClosed) expect(working.size).toBe(1);
      },
    ),
    { numRuns: 300 },
  );
});
