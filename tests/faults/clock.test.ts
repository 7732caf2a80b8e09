import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { unsentShown } from "../support/browser/header-text.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { setClock } from "../support/browser/wrong-clock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";

const day = 86_400_000;

describe.sequential("The phone's clock is wrong, and right again (F10)", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    mkdirSync("tests/.output/faults", { recursive: true });
    shift = await aShift();
    phone = await shift.phone("volunteer");
  });
  afterAll(() => shift.end());

  const banner = async () => (await phone.page.locator(".p-header-status").textContent()) ?? "";

  /** By a clock that is so far ahead the lease is over: people are registered, and nothing can be read until the server is heard. */
  const registerUnseen = async (surname: string): Promise<Saved> => {
    const { page } = phone;
    await page.click('a[href="/arrivals"]');
    await page.waitForSelector("text=Зараз тут нічого не прочитати");
    await page.click('a[href="/arrivals/new"]');
    await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
    await page.fill("#surname", surname);
    await page.locator('input[id$=".givenName"]').fill("Оля");
    await page.click("button[type=submit]");
    await page.waitForSelector("text=Збережено на цьому телефоні");
    const key = await page.evaluate(() => location.pathname.replace("/arrivals/group/", ""));
    return { groupId: `group:${key}`, surname, heads: 1 };
  };

  const wrong: readonly [string, number][] = [
    ["in 1970", -Date.now() + day],
    ["a year ahead", 365 * day],
    ...scale<[string, number][]>({ test: [], soak: [["a day behind", -day]] }),
  ];
  test.each(wrong)(
    "%s: nothing is refused, it is said in words, and one sync after it is right nothing is unsent",
    async (name, wrongBy) => {
      const { page, context } = phone;
      const began = new Date().toISOString();
      await setClock(page, wrongBy);
      await context.setOffline(true);
      await page.goto("/arrivals");
      const offline =
        wrongBy > day
          ? [await registerUnseen(`Годинник ${name} один`), await registerUnseen(`Годинник ${name} два`)]
          : await registerQuickly(page, { surname: `Годинник ${name}`, groups: 2, heads: 1 });
      await page.click('a[href="/arrivals"]');
      await page.click('a[href="/arrivals/new"]');
      await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
      await page.locator('input[id$=".age"]').fill("12.07.1990");
      await page.click("button[type=submit]");
      await page.waitForURL(/\/arrivals\/group\//);
      await context.setOffline(false);
      await expect.poll(banner).toContain("Годинник телефону неправильний");
      await page.goto("/settings");
      await expect.poll(() => page.locator("main").textContent()).toContain("Усе зберігається");
      await page.screenshot({
        path: `tests/.output/faults/clock-${wrongBy > 0 ? "ahead" : -wrongBy > 2 * day ? "1970" : "behind"}.png`,
      });
      const online = await registerQuickly(page, { surname: `Годинник ${name} онлайн`, groups: 2, heads: 1 });

      await setClock(page, 0);
      await page.goto("/arrivals");
      await upToDate(page);
      expect(await unsentShown(page)).toBe(0);
      await expect.poll(banner).not.toContain("Годинник телефону");
      const stored = await shift.stored();
      expect(missingFrom(stored, [...offline, ...online])).toEqual([]);
      await expect.poll(() => differences(shift, page)).toEqual([]);
      const times = stored
        .filter(({ _id }) => online.some(({ groupId }) => groupId === _id))
        .map((doc) => String(doc.createdAt));
      expect(times.filter((at) => at < began || at > new Date().toISOString())).toEqual([]);
    },
  );

  test("Nothing complained", () => {
    expect(phone.complaints).toEqual([]);
  });
});
