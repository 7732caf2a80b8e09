import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Kind, wallClockIn } from "./wall-clock/wall-clock-in.ts";

const tests = new URL("..", import.meta.url).pathname;
/** Not in `npm test`: what measures, and what drives browsers besides Chromium. */
const others = /^(bench|browsers|versions|support\/webdriver)\//;
const sources = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .filter((path) => path.includes("/") && /\.(tsx?|mjs)$/.test(path) && !others.test(path))
  .sort();

/** Where it has to be, and why. */
const allowed: readonly { readonly file: string; readonly kind: Kind; readonly why: string }[] = [
  {
    file: "server/couch/conformance/replay.mjs",
    kind: "sleeps",
    why: "plays requests at the distances at which they were recorded, and asserts on the answers only",
  },
  {
    file: "support/server/fault-proxy.ts",
    kind: "sleeps",
    why: "a slow line is what it makes; nothing is expected of the time",
  },
  {
    file: "faults/hold-flapping.ts",
    kind: "sleeps",
    why: "in the long suite others write at even distances while the network comes and goes",
  },
  { file: "faults/upgrade.test.ts", kind: "sleeps", why: "long suite: a kill comes at any moment" },
  { file: "faults/upgrade.test.ts", kind: "gives up within 30 s", why: "long suite: the page dies under the click" },
  {
    file: "support/browser/steps/register-quickly.ts",
    kind: "sleeps",
    why: "in the long suite people rest between two registrations, and WebKit lets a page go to 100 addresses in 30 s",
  },
];

test("No test depends on how fast the machine is: none asserts on a measured time, sleeps, gives up soon or leaves the page it asks", () => {
  expect(sources.length).toBeGreaterThan(150);
  const found = sources.flatMap((file) => wallClockIn(file, readFileSync(join(tests, file), "utf8")));
  const isAllowed = ({ file, kind }: (typeof found)[number]) =>
    allowed.some((one) => one.file === file && one.kind === kind);
  expect(found.filter((one) => !isAllowed(one)).map(({ file, line, kind }) => `${file}:${line} ${kind}`)).toEqual([]);
  expect(allowed.filter(({ file, kind }) => !found.some((one) => one.file === file && one.kind === kind))).toEqual([]);
});

test.each<[Kind, string, string]>([
  [
    "asserts on a measured time",
    "a difference",
    "const a = performance.now(); expect(performance.now() - a).toBeLessThan(5);",
  ],
  [
    "asserts on a measured time",
    "one of Date",
    "const a = Date.now(); work(); const took = Date.now() - a; expect(took).toBe(1);",
  ],
  [
    "asserts on a measured time",
    "one of hrtime",
    "const a = process.hrtime.bigint(); expect(process.hrtime.bigint() - a).toBe(1n);",
  ],
  [
    "asserts on a measured time",
    "a bound",
    "const a = Date.now(); const took = Date.now() - a; expect(1).toBeLessThan(3 * took);",
  ],
  ["asserts on a measured time", "a reading", "expect(Date.now()).toBeGreaterThan(1);"],
  [
    "asserts on a measured time",
    "what a function measures",
    "const timed = async (f) => { const a = Date.now(); await f(); return Date.now() - a; }; const [x] = [await timed(g)]; expect(x / 2).toBe(1);",
  ],
  [
    "asserts on a measured time",
    "one of many",
    "const times = []; const a = Date.now(); times.push(Date.now() - a); expect(times.sort()[4] ?? 0).toBeLessThan(1);",
  ],
  [
    "asserts on a measured time",
    "what a page measures",
    "const took = await page.evaluate(() => { const a = performance.now(); return performance.now() - a; }); expect(median(took)).toBe(1);",
  ],
  [
    "asserts on a measured time",
    "a date from now",
    "expect((Date.parse(until) - Date.now()) / 86_400_000).toBeLessThan(14);",
  ],
  ["sleeps", "waitForTimeout", "await page.waitForTimeout(10);"],
  ["sleeps", "a promise of setTimeout", "await new Promise((resolve) => setTimeout(resolve, 10));"],
  ["sleeps", "a promise with a block", "await new Promise((done) => { setTimeout(() => done(1), rest); });"],
  ["sleeps", "timers/promises", 'import { setTimeout as pass } from "node:timers/promises"; await pass(10);'],
  ["sleeps", "a loop that only counts", "for (let i = 0; i < 9; i += 1) await page.waitForTimeout(10);"],
  ["gives up within 30 s", "a poll", "await expect.poll(f, { timeout: 1_000 }).toBe(1);"],
  [
    "gives up within 30 s",
    "a poll with named options",
    "const soon = { timeout: 10_000 }; await expect.poll(f, soon).toBe(1);",
  ],
  ["gives up within 30 s", "a wait of the browser", 'await page.waitForSelector("#name", { timeout: 8_000 });'],
  ["gives up within 30 s", "vitest's wait, of itself", "await vi.waitFor(() => expect(1).toBe(1));"],
  ["leaves the page it asks", "back", "await page.evaluate(() => history.back());"],
  ["leaves the page it asks", "either way", "await page.evaluate((to) => history[to](), step);"],
  ["leaves the page it asks", "a reload", "await page.evaluate(() => { window.location.reload(); });"],
  ["leaves the page it asks", "an address", 'await page.evaluate(() => { location.href = "/x"; });'],
])("It is seen that a test %s: %s", (kind, _, source) => {
  expect(wallClockIn("seeded.ts", source)).toEqual([{ file: "seeded.ts", line: 1, kind }]);
});

test.each([
  ["a date that is handed over", "expect(await end(couch, new Date(Date.now() + 5).toISOString())).toBe(1);"],
  ["a stretch of the past", "const long = new Date(Date.now() - 80 * hour); expect(await seen(long)).toBe(1);"],
  ["a time that is only printed", "const a = Date.now(); f(); console.log(Date.now() - a); expect(b).toBe(1);"],
  ["a look from time to time", "while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 50));"],
  ["a look that ends within", "for (;;) { if (await isThere()) return; await page.waitForTimeout(50); }"],
  [
    "a turn of the event loop",
    "await new Promise((resolve) => setTimeout(resolve)); await new Promise((r) => setImmediate(r));",
  ],
  [
    "a clock of its own",
    "vi.useFakeTimers(); const late = new Promise((resolve) => setTimeout(resolve, 50)); await vi.advanceTimersByTimeAsync(50);",
  ],
  ["the end of patience", "await Promise.race([done, new Promise((_, reject) => setTimeout(reject, 60_000))]);"],
  [
    "a poll as it comes",
    "await expect.poll(f).toBe(1); await expect.poll(f, { timeout: 60_000, interval: 50 }).toBe(1);",
  ],
  ["a page that leaves after its answer", "await page.evaluate(() => void setTimeout(() => location.reload(), 3));"],
  ["another address of the same page", 'await page.evaluate((to) => history.pushState(null, "", to), "/x");'],
  ["a timeout that is tested", 'await server.get("x", { timeout: 100 });'],
])("%s is let through", (_, source) => {
  expect(wallClockIn("seeded.ts", `const f = async () => { ${source} };`)).toEqual([]);
});
