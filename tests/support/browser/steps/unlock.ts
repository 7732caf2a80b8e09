import type { BrowserContext } from "playwright-core";
import type { Tab } from "../tab.ts";

/** The passphrase with which each profile was signed in last, so that what tests reload is opened again as its owner would. */
const passphrases = new Map<string, string>();
const profiles = new WeakMap<object, string>();

export const ownerSignedIn = (page: Tab, passphrase: string): void => {
  const profile = profiles.get(page.context());
  if (profile) passphrases.set(profile, passphrase);
};

export const ownersPassphrase = (page: Tab): string => passphrases.get(profiles.get(page.context()) ?? "") ?? "";

/** Every page of the context is unlocked after it was loaded by `goto` or `reload`. */
export const unlockWhenLoaded = (context: BrowserContext, profile: string): void => {
  for (const page of context.pages()) unlockAfterLoading(page, profile);
  context.on("page", (page) => unlockAfterLoading(page, profile));
};

/** The same for one page. */
export const unlockAfterLoading = (page: Tab, profile: string): void => {
  profiles.set(page.context(), profile);
  const { goto, reload } = page;
  page.goto = async (...to: Parameters<typeof goto>) => {
    const response = await goto.apply(page, to);
    await unlock(page);
    return response;
  };
  page.reload = async (...how: Parameters<typeof reload>) => {
    const response = await reload.apply(page, how);
    await unlock(page);
    return response;
  };
};

/** When each page's owner last gave the passphrase (ms). */
export const unlockedAt = new WeakMap<Tab, number>();

/** Unlocks a page that shows the lock; anything else is left as it is. */
export const unlock = async (page: Tab): Promise<void> => {
  const passphrase = ownersPassphrase(page);
  if (passphrase === "" || (await page.evaluate(() => location.href)) === "about:blank") return;
  await page.waitForSelector(`h1, ${isUnlocked}, .p-notice`);
  if (!(await isLocked(page))) return;
  await page.fill("#passphrase", passphrase);
  unlockedAt.set(page, Date.now());
  await page.click("button[type=submit]");
  await page.waitForSelector(`${isUnlocked}, main:not(:has(#passphrase)) .p-notice`);
};

export const isLocked = async (page: Tab): Promise<boolean> =>
  (await page.locator("#passphrase").count()) === 1 && (await page.locator("#name").count()) === 0;

/** Somebody is let in. Builds of before have a class only. */
export const isUnlocked = "[data-test=lock], .p-header__lock";
