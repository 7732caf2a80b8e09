import type { Tab } from "./tab.ts";

/** What the header says of sync, in the phone's language. */
export const headerText = async (page: Tab): Promise<string> =>
  (await page.locator(".p-header-status").textContent()) ?? "";

/** How many records the header says are not sent (Ukrainian, Polish, Russian or English). */
export const unsentShown = async (page: Tab): Promise<number> =>
  Number(/(\d+) (?:не надіслано|not sent|nie wysłan|не отправлен)/.exec(await headerText(page))?.[1] ?? 0);
