import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aShift, type Shift } from "../support/a-shift.ts";
import type { Phone } from "../support/chromium.ts";
import { differences } from "../support/differences.ts";
import { missingFrom } from "../support/hold-saved.ts";
import { registerQuickly } from "../support/register-quickly.ts";
import { unlockedAt } from "../support/unlock.ts";

describe.sequential("Two tabs, one of them frozen or dead (F11)", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
  });
  afterAll(() => shift.end());

  const newTab = async (): Promise<Page> => {
    const tab = await phone.context.newPage();
    await tab.goto("/arrivals");
    return tab;
  };
  /** Registers somebody in a tab that has just been opened; answers how long after unlocking it the server had it (ms). */
  const syncsAfter = async (tab: Page, surname: string): Promise<number> => {
    const saved = await registerQuickly(tab, { surname, groups: 1, heads: 2 });
    await expect
      .poll(async () => missingFrom(await shift.stored(), saved), { timeout: 15_000, interval: 50 })
      .toEqual([]);
    return Date.now() - (unlockedAt.get(tab) ?? 0);
  };

  test("A second tab while the first one saves: nothing is lost between them, and it syncs within 5 s", async () => {
    const first = phone.page;
    const saving = registerQuickly(first, { surname: "Перша", groups: 40, heads: 2 }).catch(() => []);
    await first.waitForTimeout(700);
    const second = await newTab();
    const took = await syncsAfter(second, "Друга");
    await expect.poll(() => first.locator("main").textContent()).toContain("в іншій вкладці");
    await first.close();
    await saving;
    const stored = await shift.stored();
    const groups = stored.filter(({ kind, label }) => kind === "group" && String(label).startsWith("Перша"));
    expect(groups.length).toBeGreaterThan(1);
    expect(await differences(shift, second)).toEqual([]);
    console.log(`F11: second tab in sync ${took} ms after it was opened; ${groups.length} groups from the first`);
    expect(took).toBeLessThan(5_000);
  });

  test("The first tab hangs and does not answer: the second takes over all the same, within 5 s; the first says so later", async () => {
    const [hanging] = phone.context.pages().slice(-1);
    if (!hanging) throw new Error("no tab");
    const hangs = hanging.evaluate((milliseconds) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    }, 8_000);
    const second = await newTab();
    const took = await syncsAfter(second, "Завислий");
    await hangs;
    await expect.poll(() => hanging.locator("main").textContent()).toContain("в іншій вкладці");
    console.log(`F11: in sync ${took} ms after taking over from a tab that hangs`);
    expect(took).toBeLessThan(5_000);
    await hanging.close();
  });

  test("The first tab is frozen: the second takes over, within 5 s; thawed, the first says so", async () => {
    const [frozen] = phone.context.pages().slice(-1);
    if (!frozen) throw new Error("no tab");
    const session = await phone.context.newCDPSession(frozen);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    const second = await newTab();
    const took = await syncsAfter(second, "Замерзла");
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await expect.poll(() => frozen.locator("main").textContent(), { timeout: 5_000 }).toContain("в іншій вкладці");
    console.log(`F11: in sync ${took} ms after taking over from a frozen tab`);
    expect(took).toBeLessThan(5_000);
    await frozen.close();
  });

  test("The tab that works is killed: the next one works and syncs within 5 s", async () => {
    const [working] = phone.context.pages().slice(-1);
    if (!working) throw new Error("no tab");
    const session = await phone.context.newCDPSession(working);
    const saved = await registerQuickly(working, { surname: "Убита", groups: 3, heads: 2 });
    void session.send("Page.crash").catch(() => {});
    await working.waitForEvent("crash");
    const next = await newTab();
    const took = await syncsAfter(next, "Спадкоємиця");
    expect(missingFrom(await shift.stored(), saved)).toEqual([]);
    expect(await differences(shift, next)).toEqual([]);
    console.log(`F11: in sync ${took} ms after the working tab was killed`);
    expect(took).toBeLessThan(5_000);
  });
});
