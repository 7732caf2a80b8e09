import { expect } from "vitest";
import { findAccount, saveAccount } from "../../../server/accounts/accounts.ts";
import { connectCouch } from "../../../server/couch-client.ts";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";
import { upToDate } from "../browser/steps/sign-in.ts";
import { isLocked, ownerSignedIn } from "../browser/steps/unlock.ts";
import type { Shift } from "../runs/a-shift.ts";
import type { Hands } from "./actions.ts";
import { sealedKeysOnPhone } from "./sealed-keys.ts";

const passphrase = "ліс вода камінь вікно";

/** A phone that three people share, the first of whom is working with it. */
export const openHands = async (shift: Shift, place: number, newVersion: Hands["newVersion"]): Promise<Hands> => {
  /** Another one after each new version. */
  const couchNow = () => connectCouch(`${shift.server.address}/db`, { user: "admin", password: "test-admin" });
  const people = ["ann", "ben"].map((name) => `${name}-${place}`);
  for (const name of people) await saveAccount(couchNow(), { name, roles: ["volunteer:medyka"], passphrase });
  const phone = await shift.emptyDiskPhone();
  const hands: Hands = {
    phone,
    shift,
    people,
    saved: new Set<string>(),
    who: undefined,
    isOnline: true,
    newVersion,
    account: async (name) => findAccount(couchNow(), name),
    get couch() {
      return couchNow();
    },
    enter: async (name, words = passphrase) => {
      const { page } = hands.phone;
      if (await isLocked(page)) await page.locator("button", { hasText: "Змінити користувача" }).click();
      await page.waitForSelector("#name");
      await page.fill("#name", name);
      await page.fill("#passphrase", words);
      ownerSignedIn(page, words);
      await page.click("button[type=submit]");
      await page.waitForSelector("[data-test=lock]");
      hands.who = name;
    },
    bringEverythingHome: async () => {
      const { page, context } = hands.phone;
      await context.setOffline(false);
      if (await page.locator("[data-test=lock]").count()) await page.click("[data-test=lock]");
      await page.waitForSelector("#passphrase");
      const another = demoAccounts.find(({ name }) => name === "volunteer");
      await hands.enter(another?.name ?? "", another?.passphrase);
      await upToDate(page);
      await expect.poll(() => sealedKeysOnPhone(page)).toEqual([]);
    },
  };
  await phone.page.goto("/");
  await hands.enter(people[0] ?? "");
  await upToDate(phone.page);
  return hands;
};
