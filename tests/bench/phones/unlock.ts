import type { Page } from "playwright-core";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";

/** Locks the phone and opens it again: milliseconds until the key is there, and until people can be searched. */
export const lockAndUnlock = async (page: Page, account: string): Promise<{ key: number; usable: number }> => {
  await page.click('a[href="/arrivals"]');
  await page.waitForSelector("#search");
  await page.click("[data-test=lock]");
  await page.waitForSelector("#passphrase");
  await page.fill("#passphrase", demoAccounts.find(({ name }) => name === account)?.passphrase ?? "");
  return page.evaluate(unlockAndMeasure);
};

const unlockAndMeasure = async (): Promise<{ key: number; usable: number }> => {
  const began = performance.now();
  const until = async (selector: string) => {
    while (!document.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 5));
    return Math.round(performance.now() - began);
  };
  document.querySelector<HTMLElement>("button[type=submit]")?.click();
  return { key: await until(".p-loading, [data-test=lock]"), usable: await until("#search") };
};
