import type { Page } from "playwright-core";

/** What a volunteer does after a crash: opens each form that the list of arrivals offers under a surname, and saves it. */
export const finishForms = async (page: Page, surname: string): Promise<void> => {
  for (;;) {
    await page.goto("/arrivals");
    await page.waitForSelector("#search");
    await page.waitForTimeout(300);
    const form = page.locator("a[href^='/arrivals/register/']", { hasText: surname }).first();
    if ((await form.count()) === 0) return;
    await form.click();
    await page.waitForSelector("#surname");
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/group\//);
  }
};
