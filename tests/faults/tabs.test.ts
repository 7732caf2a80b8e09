import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { registerQuickly, type Saved, watchSaves } from "../support/browser/steps/register-quickly.ts";
import { unlockedAt } from "../support/browser/steps/unlock.ts";
import { betweenTransactions, countTransactions, hang } from "../support/browser/transactions.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { budget } from "../support/runs/budget.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";

describe.sequential("Two tabs, one of them frozen or dead (F11)", () => {
  let shift: Shift;
  let phone: DiskPhone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.diskPhone("volunteer");
    await countTransactions(phone.context);
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
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    return Date.now() - (unlockedAt.get(tab) ?? 0);
  };

  test("A second tab while the first one saves: nothing is lost between them, and it syncs", async () => {
    const first = phone.page;
    const saved: Saved[] = [];
    await watchSaves(first, (one) => saved.push(one));
    const saving = registerQuickly(first, { surname: "Перша", groups: 1_000, heads: 2 }).catch(() => []);
    await expect.poll(() => saved.length).toBeGreaterThan(1);
    const second = await newTab();
    const took = await syncsAfter(second, "Друга");
    await expect.poll(() => first.locator("main").textContent()).toContain("в іншій вкладці");
    await first.close();
    await saving;
    const stored = await shift.stored();
    const groups = stored.filter(({ kind, label }) => kind === "group" && String(label).startsWith("Перша"));
    expect(groups.length).toBeGreaterThan(1);
    await expect.poll(() => differences(shift, second)).toEqual([]);
    expect(missingFrom(stored, saved)).toEqual([]);
    budget("F11: a second tab is in sync after it was opened", took, 5_000);
  });

  test("The first tab hangs and does not answer: the second takes over all the same; the first says so later", async () => {
    const [hanging] = phone.context.pages().slice(-1);
    if (!hanging) throw new Error("no tab");
    const answer = shift.proxy.always("/hangs", "hang");
    const asked = shift.proxy.hasBeenAsked("/hangs", 1);
    const hangs = hang(hanging, "/hangs");
    await asked;
    const second = await newTab();
    const took = await syncsAfter(second, "Завислий");
    answer();
    shift.proxy.goDown("cut");
    shift.proxy.goUp();
    await hangs;
    await expect.poll(() => hanging.locator("main").textContent()).toContain("в іншій вкладці");
    budget("F11: in sync after taking over from a tab that hangs", took, 5_000);
    await hanging.close();
  });

  test("The first tab is frozen: the second takes over; thawed, the first says so", async () => {
    const [frozen] = phone.context.pages().slice(-1);
    if (!frozen) throw new Error("no tab");
    const session = await phone.context.newCDPSession(frozen);
    // Offline it has nothing to begin another transaction for.
    await phone.context.setOffline(true);
    await betweenTransactions(frozen);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    await phone.context.setOffline(false);
    const second = await newTab();
    const took = await syncsAfter(second, "Замерзла");
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await expect.poll(() => frozen.locator("main").textContent()).toContain("в іншій вкладці");
    budget("F11: in sync after taking over from a frozen tab", took, 5_000);
    await frozen.close();
  });

  test("The tab that works is killed: the next one works and syncs", async () => {
    const [working] = phone.context.pages().slice(-1);
    if (!working) throw new Error("no tab");
    const session = await phone.context.newCDPSession(working);
    const saved = await registerQuickly(working, { surname: "Убита", groups: 3, heads: 2 });
    void session.send("Page.crash").catch(() => {});
    await working.waitForEvent("crash");
    const next = await newTab();
    const took = await syncsAfter(next, "Спадкоємиця");
    expect(missingFrom(await shift.stored(), saved)).toEqual([]);
    await expect.poll(() => differences(shift, next)).toEqual([]);
    budget("F11: in sync after the working tab was killed", took, 5_000);
  });
});
