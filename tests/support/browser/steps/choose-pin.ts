import type { Tab } from "../tab.ts";

export const thePin = "482915";

/** In the settings, as somebody would. Ends on the settings. */
export const choosePin = async (page: Tab, pin = thePin): Promise<void> => {
  await page.click('a[href="/settings"]');
  await page.click("main button:has-text('Задати PIN-код')");
  await page.fill("#pin-new", pin);
  await page.fill("#pin-again", pin);
  await page.click("dialog[open] button[type=submit]");
  await page.waitForSelector(".p-notice[data-kind=success]:has-text('PIN-код задано')");
};

export const isSoftLocked = async (page: Tab): Promise<boolean> => (await page.locator("#pin").count()) === 1;

/** With the last digit it sends itself. */
export const typePin = async (page: Tab, pin = thePin): Promise<void> => page.fill("#pin", pin);
