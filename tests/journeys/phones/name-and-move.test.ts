import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import type { Phone } from "../../support/browser/chromium.ts";
import { rowsOnPhone } from "../../support/browser/rows-on-phone.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { registerQuickly } from "../../support/browser/steps/register-quickly.ts";
import { aShift, type Shift } from "../../support/runs/a-shift.ts";

const przemysl = "Пересадковий вузол Перемишль";

describe.sequential("Phones have names, and a volunteer goes to work at another site, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let volunteer: Phone;
  let lead: Phone;
  let coordinator: Phone;

  beforeAll(async () => {
    shift = await aShift();
    volunteer = await shift.phone("volunteer2");
    lead = await shift.phone("lead");
    coordinator = await shift.phone("coordinator");
  });
  afterAll(() => shift.end());

  const cardOf = (page: Page, account: string) =>
    page.locator("section", { has: page.locator("h2", { hasText: new RegExp(`^${account}$`) }) });
  const openPhones = async ({ page }: Phone) => {
    await page.click('a[href="/settings"]');
    await page.click('a[href="/settings/phones"]');
    await cardOf(page, "volunteer2").waitFor();
  };
  const unfold = (page: Page, account: string) => cardOf(page, account).locator("summary").click();
  /** A field that is half under the header is small to a finger: that is a place on the page, and not the page. */
  const findingsFromTop = async (page: Page) => {
    await page.evaluate(() => scrollTo(0, 0));
    return axeFindings(page);
  };

  test("A lead sees who works where; this phone is marked, last, and cannot be wiped from here", async () => {
    const { page } = lead;
    await openPhones(lead);
    const cards = page.locator("section.p-phone");
    await expect.poll(() => cards.count()).toBe(2);
    const text = await cardOf(page, "volunteer2").textContent();
    expect(text).toContain("Волонтер · Пункт прийому Медика");
    expect(text).toContain("Останній зв’язок");
    const here = cards.last();
    expect(await here.textContent()).toMatch(/^leadЦей телефонСтарший зміни · /);
    expect(await page.locator(".p-badge").count()).toBe(1);
    expect(await here.locator("button").allTextContents()).toEqual(["Назвати цей телефон"]);
    await unfold(page, "volunteer2");
    const acts = await cardOf(page, "volunteer2").locator("details button").allTextContents();
    // Who leads moves nobody.
    expect(acts).toEqual([
      ...["Назвати телефон volunteer2", "Стерти телефон volunteer2", "Закрити обліковий запис volunteer2"],
    ]);
    expect(await findingsFromTop(page)).toEqual([]);
    await standingStill(page);
    await page.screenshot({ path: "tests/.output/journeys/phones-lead.png", fullPage: true });
  });

  test("A lead names a phone, and hears without a network that it needs one", async () => {
    const { page, context } = lead;
    const nameIt = page.locator("button", { hasText: "Назвати телефон volunteer2" });
    await nameIt.click();
    await page.fill("#phone-name", "x".repeat(41));
    await page.click("dialog[open] button[type=submit]");
    await page.waitForSelector("dialog[open] >> text=Щонайбільше 40 знаків");
    await page.fill("#phone-name", "планшет біля дверей");
    await context.setOffline(true);
    await page.click("dialog[open] button[type=submit]");
    await page.waitForSelector("dialog[open] >> text=Для цього потрібна мережа");
    expect(await axeFindings(page)).toEqual([]);
    await page.screenshot({ path: "tests/.output/journeys/phones-name.png" });
    await context.setOffline(false);
    await page.click("dialog[open] button[type=submit]");
    await cardOf(page, "volunteer2").locator("strong", { hasText: "планшет біля дверей" }).waitFor();
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  test("What the new phone is for stands beside its code, and the address in letters", async () => {
    const { page } = lead;
    await page.fill("#invite-name", "olha");
    await page.locator("button", { hasText: "Показати код" }).click();
    const code = page.locator("svg[data-text]");
    await code.waitFor();
    const section = page.locator("section", { has: code });
    expect(await section.textContent()).toContain("Волонтер · Пункт прийому Медика");
    expect(await section.textContent()).toContain((await code.getAttribute("data-text")) ?? "-");
    expect(await findingsFromTop(page)).toEqual([]);
  });

  test("A coordinator moves somebody to another site; the button names both", async () => {
    const { page } = coordinator;
    await registerQuickly(volunteer.page, { surname: "Попередня", groups: 1, heads: 1 });
    await openPhones(coordinator);
    await cardOf(page, "volunteer2").locator("text=планшет біля дверей").waitFor();
    await unfold(page, "volunteer2");
    await page.locator("button", { hasText: "Перевести volunteer2 до іншого місця" }).click();
    await page.waitForSelector("dialog[open] >> text=зникнуть записи цього місця: Пункт прийому Медика");
    await page.locator("dialog[open] button", { hasText: "Перевести volunteer2" }).click();
    await page.waitForSelector("dialog[open] >> text=Виберіть місце.");
    await page.selectOption("#move-to", { label: przemysl });
    expect(await axeFindings(page)).toEqual([]);
    await page.screenshot({ path: "tests/.output/journeys/phones-move.png" });
    await page.locator("dialog[open] button", { hasText: `Перевести volunteer2 до: ${przemysl}` }).click();
    await cardOf(page, "volunteer2").locator(`text=Волонтер · ${przemysl}`).waitFor();
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  test("That phone shows the other site after its next round; the rows of the first are gone, what was noted is sent", async () => {
    const { page } = volunteer;
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.locator(".p-header", { hasText: przemysl }).waitFor();
    await expect.poll(async () => (await rowsOnPhone(page, "site-medyka")).length).toBe(0);
    await expect.poll(async () => (await rowsOnPhone(page, "site-przemysl")).length).toBeGreaterThan(0);
    const surnames = (await shift.stored()).map(({ label }) => String(label));
    expect(surnames.some((label) => label.startsWith("Попередня"))).toBe(true);
    await page.click('a[href="/arrivals"]');
    await page.waitForSelector("#search");
    await page.screenshot({ path: "tests/.output/journeys/phones-moved.png" });
    expect([...volunteer.complaints, ...lead.complaints, ...coordinator.complaints]).toEqual([]);
  });
});
