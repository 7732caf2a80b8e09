import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../../support/browser/chromium.ts";
import { registerQuickly } from "../../support/browser/steps/register-quickly.ts";
import { signInHere, upToDate } from "../../support/browser/steps/sign-in.ts";
import { isLocked, unlock } from "../../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../../support/runs/a-shift.ts";
import { missingFrom } from "../../support/runs/hold-saved.ts";

describe.sequential("The lock is held, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
  });
  afterAll(() => shift.end());

  const press = async ({ page }: Phone) => {
    await page.locator("[data-test=lock]").hover();
    await page.mouse.down();
  };
  const ring = (page: Page) => page.locator(".p-hold");
  /** Frames in which the page draws: as many as a hold has, and more. */
  const drawn = (page: Page, frames: number) =>
    page.evaluate(
      (left) =>
        new Promise<void>((resolve) => {
          const draw = (more: number) => (more === 0 ? resolve() : requestAnimationFrame(() => draw(more - 1)));
          draw(left);
        }),
      frames,
    );
  const locksOnly = async () => {
    await phone.page.mouse.up();
    await expect.poll(() => isLocked(phone.page)).toBe(true);
    await unlock(phone.page);
    await phone.page.waitForSelector("#search");
  };

  test("As long as no coordinator has switched it on, it only locks, however long it is held", async () => {
    const { page } = phone;
    await page.click('a[href="/settings"]');
    await page.waitForSelector("text=Замок нагорі лише замикає");
    expect(await page.locator("#wipe-by-holding").count()).toBe(0);
    await page.click('a[href="/arrivals"]');
    await press(phone);
    await drawn(page, 240);
    expect(await ring(page).count()).toBe(0);
    await locksOnly();
  });

  test("A coordinator switches it on for the site; its phones hear of it", async () => {
    const coordinator = await shift.phone("coordinator");
    const { page } = coordinator;
    await page.goto("/settings");
    await page.selectOption("#site", "medyka");
    await page.waitForSelector("text=Утримання замка знищує телефон: Пункт прийому Медика");
    await page.locator("#wipe-by-holding").click();
    expect(await page.locator("#wipe-by-holding").getAttribute("aria-checked")).toBe("false");
    await page.locator("dialog[open] button", { hasText: "Увімкнути" }).click();
    await expect.poll(() => page.locator("#wipe-by-holding").getAttribute("aria-checked")).toBe("true");
    await upToDate(page);
    await phone.page.reload();
    await phone.page.click('a[href="/settings"]');
    await phone.page.waitForSelector("text=Утримання замка нагорі протягом трьох секунд");
    await phone.page.click('a[href="/arrivals"]');
    expect(coordinator.complaints).toEqual([]);
  });

  test("A tap locks and shows nothing of it; let go while the ring fills, it only locks: a slow tap leaves no open phone", async () => {
    const { page } = phone;
    await press(phone);
    expect(await ring(page).count()).toBe(0);
    await locksOnly();
    await press(phone);
    await ring(page).waitFor();
    await page.screenshot({ path: "tests/.output/journeys/lock-held.png" });
    expect(await ring(page).textContent()).toContain("телефон лише заблокується");
    await locksOnly();
  });

  test("Held to the end without a network: nothing can be read, and the phone says what lies sealed and how to go on; later it arrives", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    const saved = await registerQuickly(page, { surname: "Знищена", groups: 1, heads: 2 });
    await press(phone);
    await page.waitForSelector("#name");
    await page.mouse.up();
    const said = await page.locator("main").textContent();
    expect(said).toContain("Усе на цьому телефоні знищено");
    expect(said).toMatch(/\d+ запис\S* з цього телефону ще не надіслано/);
    await page.screenshot({ path: "tests/.output/journeys/wiped.png", fullPage: true });
    expect(missingFrom(await shift.stored(), saved)).toHaveLength(saved.length);
    await context.setOffline(false);
    await signInHere(page, "volunteer");
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
  });
});
