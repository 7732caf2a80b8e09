import { demoAccounts } from "../../../../server/demo/demo-accounts.ts";
import { keepEvidence } from "../../runs/evidence.ts";
import type { Tab } from "../tab.ts";
import { isUnlocked, ownerSignedIn } from "./unlock.ts";

/** Signs a demonstration account in and waits until the app works without a network. */
export const signIn = async (page: Tab, name: string): Promise<void> => {
  await page.goto("/");
  await signInHere(page, name);
};

/** The same on a page that asks for a name already. */
export const signInHere = async (page: Tab, name: string): Promise<void> => {
  const account = demoAccounts.find((one) => one.name === name);
  if (!account) throw new Error(`no demonstration account is called ${name}`);
  // Before the tests of a file nobody else tells why it went wrong.
  await enter(page, account).catch(async (error) => {
    throw new Error(`${name} cannot sign in (see ${await keepEvidence(`signing ${name} in`)})`, { cause: error });
  });
};

const enter = async (page: Tab, account: (typeof demoAccounts)[number]): Promise<void> => {
  await page.fill("#name", account.name);
  await page.fill("#passphrase", account.passphrase);
  await page.click("button[type=submit]");
  ownerSignedIn(page, account.passphrase);
  await page.waitForSelector(isUnlocked);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await upToDate(page);
};

/** Waits until the header says that the server has everything and that everything is here. */
export const upToDate = (page: Tab): Promise<unknown> =>
  page.waitForFunction(() =>
    /Усе надіслано|All sent|Wszystko wysłane|Всё отправлено/.test(
      document.querySelector(".p-header-status")?.textContent ?? "",
    ),
  );
