import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../../support/browser/chromium.ts";

import { rowsOnPhone } from "../../support/browser/rows-on-phone.ts";
import { draftsOnPhone } from "../../support/browser/sealed-on-phone.ts";
import { upToDate } from "../../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../../support/runs/a-shift.ts";

const nobody = "Пробна реєстрація: нікого не буде записано";

describe.sequential("A volunteer practises with a family that does not exist, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let phone: Phone;
  let before: readonly [number, number];

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
    before = await counted();
  });
  afterAll(() => shift.end());

  /** Documents at the server, and rows of the site on the phone. */
  const counted = async (): Promise<readonly [number, number]> => [
    (await shift.stored()).length,
    (await rowsOnPhone(phone.page, "site-medyka")).length,
  ];
  const path = () => phone.page.evaluate(() => location.pathname);
  const card = (number: number) => phone.page.locator("main .p-card").nth(number - 1);

  test("The names are filled in, each page says that nobody is registered, and saving changes neither the phone nor the server", async () => {
    const { page } = phone;
    await page.click('a[href="/settings"]');
    await page.click('a[href="/settings/first-steps"]');
    await page.click('a[href="/arrivals/practice"]');
    await page.waitForSelector(`text=${nobody}`);
    expect(await page.inputValue("#surname")).toBe("Вигаданенко");
    await page.screenshot({ path: "tests/.output/journeys/practice.png", fullPage: true });
    expect(await page.locator("[data-test=main-action] p").textContent()).toBe(nobody);
    await card(2).locator("input").nth(1).fill("сім");
    await page.click("button[type=submit]");
    await page.waitForSelector(".p-error-summary, [role=alert]");
    expect(await path()).toBe("/arrivals/practice");
    await card(2).locator("input").nth(1).fill("");
    await page.click("button[type=submit]");
    await page.waitForSelector("h1:has-text('Так виглядала б')");
    expect(await page.locator("main").textContent()).toContain(nobody);
    expect(await page.locator("main .p-row").count()).toBe(2);
    await page.screenshot({ path: "tests/.output/journeys/practice-done.png", fullPage: true });
    await upToDate(page);
    expect(await counted()).toEqual(before);
    await page.goBack();
    expect(await path()).toBe("/settings/first-steps");
    await expect.poll(async () => (await draftsOnPhone(page)).join()).not.toContain("Вигаданенко");
  });

  test("Real people typed into it are registered by one tap and a look, without what was invented; Back does not return to the practice", async () => {
    const { page } = phone;
    await page.click('a[href="/arrivals/practice"]');
    await expect.poll(() => page.inputValue("#surname")).toBe("Вигаданенко");
    await page.fill("#surname", "Справжня");
    await card(1).locator("input").first().fill("Дарина");
    await card(1).locator("input").nth(1).fill("41");
    await page.locator("button", { hasText: "Це справжні люди" }).dblclick();
    await page.waitForURL(/\/arrivals\/register\//);
    await page.waitForSelector("text=Тепер це справжня реєстрація");
    expect(await page.locator("main").textContent()).not.toContain(nobody);
    expect(await page.inputValue("#surname")).toBe("Справжня");
    expect(await page.locator("main .p-card").count()).toBe(1);
    expect((await draftsOnPhone(page)).filter((draft) => draft.includes("Справжня"))).toHaveLength(1);
    expect(await counted()).toEqual(before);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/group\//);
    await upToDate(page);
    const people = (await shift.stored()).filter(({ familyName }) => familyName === "Справжня");
    expect(people.map(({ givenName }) => givenName)).toEqual(["Дарина"]);
    const all = JSON.stringify(await shift.stored());
    for (const invented of ["Вигаданенко", "Друга"]) expect(all).not.toContain(invented);
    await page.goBack();
    expect(await path()).toBe("/settings/first-steps");
    expect(phone.complaints).toEqual([]);
  });

  test("A real family that was saved as practice is not lost by leaving, nor by the lock: it waits among the unfinished forms", async () => {
    const { page } = phone;
    await page.click('a[href="/arrivals/practice"]');
    await expect.poll(() => page.inputValue("#surname")).toBe("Вигаданенко");
    await page.fill("#surname", "Забута");
    await expect.poll(async () => (await draftsOnPhone(page)).join()).toContain("Забута");
    await page.click("button[type=submit]");
    await page.waitForSelector("h1:has-text('Так виглядала б')");
    await page.reload();
    await page.waitForSelector("h1:has-text('Так виглядала б')");
    expect(await page.locator("main").textContent()).toContain("Забута");
    await page.locator("a", { hasText: "Прибуття" }).click();
    await page.locator("main a", { hasText: "Пробна реєстрація з вашими даними" }).click();
    await expect.poll(() => page.inputValue("#surname")).toBe("Забута");
    await page.locator("button", { hasText: "Це справжні люди" }).click();
    await page.waitForURL(/\/arrivals\/register\//);
    expect(await page.inputValue("#surname")).toBe("Забута");
    await page.goto("/settings/first-steps");
  });

  test("Nothing real was typed: the tap leads to an empty form, and leaves no draft", async () => {
    const { page } = phone;
    await page.click('a[href="/arrivals/practice"]');
    await expect.poll(() => page.inputValue("#surname")).toBe("Вигаданенко");
    await page.locator("button", { hasText: "Це справжні люди" }).click();
    await page.waitForURL(/\/arrivals\/register\//);
    await page.waitForSelector("#surname");
    expect(await page.inputValue("#surname")).toBe("");
    await page.goto("/settings/first-steps");
  });

  test("Without a network it works the same, and a practice that was left half-way is there again", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    await page.click('a[href="/arrivals/practice"]');
    await page.fill("#surname", "Пробний");
    await expect.poll(async () => (await draftsOnPhone(page)).join()).toContain("Пробний");
    await page.reload();
    await page.waitForSelector(`text=${nobody}`);
    await expect.poll(() => page.inputValue("#surname")).toBe("Пробний");
    await context.setOffline(false);
  });

  test("Where the browser asks whether to install, its question waits for the page that explains it; elsewhere the page says how", async () => {
    const { page } = phone;
    await page.goto("/settings/first-steps");
    await page.waitForSelector("text=Натисніть значок встановлення");
    await page.evaluate(() => {
      const asked = { prompt: async () => {}, userChoice: Promise.resolve({ outcome: "accepted" }) };
      const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), asked);
      window.dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error("the browser asks at once");
    });
    await page.locator("button", { hasText: "Додати на головний екран" }).click();
    await page.waitForSelector("text=Пристань відкривається з головного екрана");
  });
});
