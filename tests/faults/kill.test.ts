import { setTimeout as pass } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aShift, type Shift } from "../support/a-shift.ts";
import type { Phone } from "../support/chromium.ts";
import { finishForms } from "../support/finish-forms.ts";
import { brokenGroups, missingFrom } from "../support/hold-saved.ts";
import { hearSaves, registerQuickly, type Saved } from "../support/register-quickly.ts";
import { scale } from "../support/scale.ts";
import { upToDate } from "../support/sign-in.ts";

const kills = 25;
/** Milliseconds of saving before each kill; at length the kills meet 5,000 documents. */
const busy = scale({ test: 400, soak: 4_000 });

describe.sequential("The page is left, or the battery dies, at any moment (F1, F2)", () => {
  let shift: Shift;
  let phone: Phone;
  const saved: Saved[] = [];

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
  });
  afterAll(() => shift.end());

  test("F1: left or reloaded in the middle of a save, the group is saved whole or the form is still there", async () => {
    const { page } = phone;
    for (let round = 0; round < 6; round += 1) {
      await page.goto("/arrivals");
      await openForm(page, `Утеча ${round}`);
      await pass(400); // nobody saves sooner after the last key
      await page.evaluate((pause) => {
        document.querySelector<HTMLElement>("button[type=submit]")?.click();
        const leave = () => (pause % 2 === 0 ? location.reload() : location.assign("/settings"));
        setTimeout(leave, pause);
      }, round * 3);
      await page.waitForEvent("load");
    }
    await finishForms(page, "Утеча");
    await upToDate(page);
    const stored = await shift.stored();
    expect(stored.filter(({ kind, label }) => kind === "group" && String(label).startsWith("Утеча"))).toHaveLength(6);
    expect(brokenGroups(stored, "Утеча", 1)).toEqual([]);
  });

  test(`F2: killed ${kills} times in the middle of saving, offline: nothing that was acknowledged is lost`, async () => {
    await phone.close();
    for (let kill = 0; kill < kills; kill += 1) {
      phone = await shift.again(phone, { offline: true });
      await hearSaves(phone.page, (one) => saved.push(one));
      await phone.page.goto("/arrivals");
      const before = saved.length;
      const saving = registerQuickly(phone.page, { surname: `Вбитий ${kill}`, groups: 1_000, heads: 4 }).catch(
        () => {},
      );
      await expect
        .poll(() => saved.length, { timeout: 20_000, interval: 5, message: `nothing is saved after kill ${kill}` })
        .toBeGreaterThan(before);
      await pass(busy * (0.5 + Math.random()));
      phone.die();
      await saving;
    }
    phone = await shift.again(phone);
    await phone.page.goto("/arrivals");
    await finishForms(phone.page, "Вбитий");
    await upToDate(phone.page);
    const stored = await shift.stored();
    const documents = saved.reduce((sum, { heads }) => sum + heads + 1, 0);
    console.log(`F2: ${kills} kills, ${saved.length} acknowledged saves, ${documents} documents`);
    expect(missingFrom(stored, saved)).toEqual([]);
    expect(brokenGroups(stored, "Вбитий", 4)).toEqual([]);
  });

  test("F2: killed while somebody types, the form comes back with all but the last second", async () => {
    for (let kill = 0; kill < 2; kill += 1) {
      await phone.page.goto("/arrivals");
      await openForm(phone.page, "");
      const path = new URL(phone.page.url()).pathname;
      const typed: number[] = [];
      const box = phone.page.locator("#surname");
      while (typed.length < 40) {
        await box.focus();
        await phone.page.keyboard.insertText("а");
        typed.push(Date.now());
        await pass(30);
      }
      const killed = Date.now();
      phone.die();
      phone = await shift.again(phone, { offline: true });
      await phone.page.goto(path);
      const kept = (await phone.page.inputValue("#surname")).length;
      expect(kept).toBeGreaterThanOrEqual(typed.filter((at) => at < killed - 1_000).length);
    }
  });
});

/** A new form with one woman counted and a surname typed; not saved. */
const openForm = async (page: Page, surname: string): Promise<void> => {
  await page.click('a[href="/arrivals/new"]');
  await page.waitForSelector("#surname");
  await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
  await page.locator('input[id$=".givenName"]').fill("Оля");
  await page.fill("#surname", surname);
};
