import type { Page } from "playwright-core";
import { setPageHidden } from "../set-page-hidden.ts";

export const thePin = "482915";

/** In the settings, from wherever one is: a form has no way there. Ends on the settings. */
export const choosePin = async (page: Page, pin = thePin): Promise<void> => {
  await page.evaluate(() => history.pushState(null, "", "/settings"));
  await page.click("main button:has-text('PIN-код')");
  await page.fill("#pin-new", pin);
  await page.fill("#pin-again", pin);
  await page.click("dialog[open] button[type=submit]");
  await page.waitForSelector(".p-notice[data-kind=success]:has-text('PIN-код задано')");
};

export const isSoftLocked = async (page: Page): Promise<boolean> => (await page.locator("#pin").count()) === 1;

/** Longer out of sight than a phone stays open; `page.clock` is installed. Answers whether it is locked softly. */
export const pauseUntilSoftLocked = async (page: Page): Promise<void> => {
  await setPageHidden(page, true);
  await page.clock.fastForward(96_000);
  await setPageHidden(page, false);
  await page.waitForSelector("#pin");
};

/** With the last digit it sends itself. */
export const typePin = async (page: Page, pin = thePin): Promise<void> => page.fill("#pin", pin);

/** Until the screens stand there again. */
export const openByPin = async (page: Page, pin = thePin): Promise<void> => {
  await typePin(page, pin);
  await page.waitForSelector("[data-test=lock]");
};
