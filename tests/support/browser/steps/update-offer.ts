import type { Locator, Page } from "playwright-core";

/** Where a version that waits is offered: on the page *more*. Builds before that page had it offer it under the header of every screen. */
export const updateOffer = (page: Page): Locator => page.locator("button", { hasText: "Перейти на неї" });

/** Goes there, as somebody does whom the tab's number calls. */
export const openUpdateOffer = async (page: Page): Promise<Locator> => {
  await page.locator('.p-bar a[href="/settings"]').click();
  return updateOffer(page);
};
