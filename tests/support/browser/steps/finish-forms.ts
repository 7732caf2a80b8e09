import type { Page } from "playwright-core";
import { draftsOnPhone } from "../sealed-on-phone.ts";

/** What a volunteer does after a crash: opens each form that the list of arrivals offers under a surname, and saves it. */
export const finishForms = async (page: Page, surname: string): Promise<void> => {
  while ((await draftsOnPhone(page)).some((draft) => draft.includes(surname))) {
    await page.goto("/arrivals");
    await page.locator("a[href^='/arrivals/register/']", { hasText: surname }).first().click();
    await page.waitForSelector("#surname");
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/group\//);
  }
};
