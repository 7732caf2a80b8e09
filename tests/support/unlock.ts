import type { BrowserContext, Page } from "playwright-core";

/** The passphrase with which each profile was signed in last, so that what tests reload is opened again as its owner would. */
const passphrases = new Map<string, string>();
const profiles = new WeakMap<BrowserContext, string>();

export const ownerSignedIn = (page: Page, passphrase: string): void => {
  const profile = profiles.get(page.context());
  if (profile) passphrases.set(profile, passphrase);
};

export const ownersPassphrase = (page: Page): string => passphrases.get(profiles.get(page.context()) ?? "") ?? "";

/** Every page of the context is unlocked after it was loaded by `goto` or `reload`. */
export const unlockWhenLoaded = (context: BrowserContext, profile: string): void => {
  profiles.set(context, profile);
  const arrange = (page: Page) => {
    const { goto, reload } = page;
    page.goto = async (...to) => {
      const response = await goto.apply(page, to);
      await unlock(page);
      return response;
    };
    page.reload = async (...how) => {
      const response = await reload.apply(page, how);
      await unlock(page);
      return response;
    };
  };
  for (const page of context.pages()) arrange(page);
  context.on("page", arrange);
};

/** When each page's owner last gave the passphrase (ms). */
export const unlockedAt = new WeakMap<Page, number>();

/** Unlocks a page that shows the lock; anything else is left as it is. */
export const unlock = async (page: Page): Promise<void> => {
  const passphrase = ownersPassphrase(page);
  if (passphrase === "" || page.url() === "about:blank") return;
  await page.waitForSelector("h1, .p-bar, .p-notice");
  if (!(await isLocked(page))) return;
  await page.fill("#passphrase", passphrase);
  unlockedAt.set(page, Date.now());
  await page.click("button[type=submit]");
  await page.waitForSelector(".p-bar, main:not(:has(#passphrase)) .p-notice");
};

export const isLocked = async (page: Page): Promise<boolean> =>
  (await page.locator("#passphrase").count()) === 1 && (await page.locator("#name").count()) === 0;
