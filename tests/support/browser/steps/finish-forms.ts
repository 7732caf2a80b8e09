import type { Page } from "playwright-core";
import { draftsOnPhone } from "../sealed-on-phone.ts";

/**
 * What a volunteer does after a crash: opens each form that the list of arrivals offers under a surname, and saves it. One that had been saved
 * before it could be forgotten shows its group instead.
 */
export const finishForms = async (page: Page, surname: string): Promise<void> => {
  while ((await draftsOnPhone(page)).some((draft) => draft.includes(surname))) {
    await page.goto("/arrivals");
    await page.locator("a[href^='/arrivals/register/']", { hasText: surname }).first().click();
    const group = page.waitForURL(/\/arrivals\/group\//);
    const isForm = await Promise.race([page.waitForSelector("#surname").then(() => true), group.then(() => false)]);
    if (isForm) await page.click("button[type=submit]");
    await group;
  }
};
