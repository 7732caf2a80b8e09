import { type AccountDocument, endAccount } from "../../../server/accounts/accounts.ts";
import type { CouchClient } from "../../../server/couch-client.ts";
import type { DiskPhone } from "../browser/chromium.ts";
import { registerQuickly } from "../browser/steps/register-quickly.ts";
import { isLocked, unlock } from "../browser/steps/unlock.ts";
import { openUpdateOffer } from "../browser/steps/update-offer.ts";
import type { Shift } from "../runs/a-shift.ts";

/** A phone that several people share, and what they have been told is saved. */
export type Hands = {
  phone: DiskPhone;
  readonly shift: Shift;
  readonly couch: CouchClient;
  /** Names of the accounts that use it; nobody else's. */
  readonly people: readonly string[];
  /** Ids of acknowledged documents. */
  readonly saved: Set<string>;
  /** Who has unlocked it now. */
  who: string | undefined;
  isOnline: boolean;
  /** Another version of the app is on the server, with the same data. */
  newVersion(): Promise<void>;
  account(name: string): Promise<AccountDocument | undefined>;
  /** Signs somebody in who has never been here, or was. Needs a network the first time. */
  enter(name: string, passphrase?: string): Promise<void>;
  bringEverythingHome(): Promise<void>;
};

export type Step = keyof typeof actions;

/** Unlocks it, or signs somebody in who still may; false where nobody can. */
const open = async (hands: Hands): Promise<boolean> => {
  const { page } = hands.phone;
  if (await isLocked(page)) await unlock(page);
  if ((await page.locator("[data-test=lock]").count()) > 0) return true;
  for (const name of hands.isOnline ? hands.people : [])
    if (!(await hands.account(name))?.ended) {
      await hands.enter(name);
      return true;
    }
  return false;
};

/** What one of them may do next; where it makes no sense now, nothing happens. */
export const actions = {
  save: async (hands: Hands) => {
    if (!(await open(hands))) return;
    const { page } = hands.phone;
    const [saved] = await registerQuickly(page, { surname: `Спільна ${hands.saved.size}`, groups: 1, heads: 2 });
    const people = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="/arrivals/person/"]')].map((link) =>
        link.getAttribute("href")?.replace("/arrivals/person/", "person:"),
      ),
    );
    for (const id of [saved?.groupId, ...people]) if (id) hands.saved.add(id);
  },
  noNetwork: async (hands: Hands) => {
    hands.isOnline = false;
    await hands.phone.context.setOffline(true);
  },
  network: async (hands: Hands) => {
    hands.isOnline = true;
    await hands.phone.context.setOffline(false);
  },
  lock: async (hands: Hands) => {
    const { page } = hands.phone;
    if ((await page.locator("[data-test=lock]").count()) === 0) return;
    await page.click("[data-test=lock]");
    await page.waitForSelector("#passphrase");
  },
  signOut: async (hands: Hands) => {
    if (!(await open(hands))) return;
    const { page } = hands.phone;
    await page.click('a[href="/settings"]');
    await page.locator("button", { hasText: "Вийти" }).first().click();
    await page.locator("dialog[open] button", { hasText: "Вийти" }).click();
    await page.waitForSelector("#passphrase"); // of whoever is next, or of the one who only locked it
    hands.who = undefined;
  },
  somebodyElse: async (hands: Hands) => {
    const other = hands.people.find((name) => name !== hands.who) ?? "";
    const account = await hands.account(other);
    if (!hands.isOnline || account?.ended) return;
    await actions.lock(hands);
    await hands.enter(other);
  },
  wipe: async (hands: Hands) => {
    await actions.lock(hands);
    const { page } = hands.phone;
    if (!(await isLocked(page))) return;
    await page.locator("button", { hasText: "Стерти цей телефон" }).click();
    await page.locator("dialog[open] button", { hasText: "Знищити" }).click();
    await page.waitForSelector("#name");
    hands.who = undefined;
  },
  panic: async (hands: Hands) => {
    const { page } = hands.phone;
    if ((await page.locator("[data-test=lock]").count()) === 0) return;
    await page.locator("[data-test=lock]").hover(); // where it stands once the header has come to rest
    await page.mouse.down();
    await page.waitForSelector("#name");
    await page.mouse.up();
    hands.who = undefined;
  },
  revoke: async (hands: Hands) => {
    const account = hands.who === undefined ? undefined : await hands.account(hands.who);
    if (account && !account.ended) await endAccount(hands.couch, account, new Date().toISOString());
  },
  update: async (hands: Hands) => {
    await hands.newVersion();
    if (!hands.isOnline) return;
    const { page } = hands.phone;
    await page.evaluate(findUpdate);
    const isOpen = (await page.locator(".p-bar").count()) > 0;
    if (isOpen) await Promise.all([page.waitForEvent("load"), openUpdateOffer(page).then((offer) => offer.click())]);
    else await page.reload();
    await page.waitForSelector("#passphrase, [data-test=lock]");
  },
  batteryDies: async (hands: Hands) => {
    hands.phone.die();
    hands.phone = await hands.shift.again(hands.phone, { offline: !hands.isOnline });
    await hands.phone.page.goto("/");
  },
} as const;

/** Until the version that is on the server waits on the phone. */
const findUpdate = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
  for (let tried = 0; tried < 100 && registration && !registration.waiting; tried += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
};
