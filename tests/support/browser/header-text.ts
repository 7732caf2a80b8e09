import type { Tab } from "./tab.ts";

/** What the header says of sync, in the phone's language. */
export const headerText = async (page: Tab): Promise<string> =>
  (await page.locator(".p-header-status").textContent()) ?? "";

/** How many people, beds and other changes the header says are not sent. */
export const unsentShown = async (page: Tab): Promise<number> =>
  Number((await page.locator(".p-header-status__mark").textContent())?.trim() || 0);
