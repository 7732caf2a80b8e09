import { registerFamily } from "../../journeys/register-family.ts";
import type { Tab } from "../../support/browser/tab.ts";

/** The work of a shift, by real input, in the order in which a family goes through it; each begins at the bar below. */
export const mainJob = [
  async (page: Tab) => {
    await goTo(page, "arrivals");
    await registerFamily(page);
  },
  async (page: Tab) => {
    await goTo(page, "arrivals");
    await page.fill("#search", "Kovalenko");
    await page.locator("main .p-row a").first().click();
    await page.waitForURL(/\/(group|person)\//);
  },
  async (page: Tab) => {
    await goTo(page, "roster");
    await page.fill("#roster-search", "Лук'яненко");
    await page.locator("main .p-row a").first().click();
    await page.waitForURL(/\/roster\/(bed-for|person)\//);
    if ((await page.evaluate(() => location.pathname)).includes("/person/"))
      await page.locator('main a[href^="/roster/bed-for/"]').first().click();
    await page.locator("[data-test=main-action] button").first().click();
    await page.waitForSelector("[data-test=undo]");
  },
  async (page: Tab) => {
    await goTo(page, "transport");
    await page.locator('[data-test=trip] a[href$="/import-tr22"]').first().click(); // others, at the same hour, have left
    await page.locator("[data-test=passenger] [aria-pressed=false]").first().click();
    await page.waitForSelector("[data-test=undo], dialog[open]");
    // During a first sync the row may have learnt under the finger that somebody is aboard already.
    const close = page.locator("dialog[open] .p-modal__head button");
    if ((await close.count()) > 0) await close.first().click();
  },
] as const;

const goTo = async (page: Tab, place: "arrivals" | "roster" | "transport") => {
  await page.click(`.p-bar a[href="/${place}"]`);
  await page.waitForSelector(`.p-bar a[href="/${place}"][aria-current]`);
};
