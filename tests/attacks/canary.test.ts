import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAccounts } from "../../server/demo/demo-accounts.ts";
import { writeImport } from "../../server/import/write-import.ts";
import { captureKeys } from "../support/browser/capture-keys.ts";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { draftsOnPhone } from "../support/browser/sealed-on-phone.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn, signInHere, upToDate } from "../support/browser/steps/sign-in.ts";
import { isLocked, unlock } from "../support/browser/steps/unlock.ts";
import { planManyPeople } from "../support/data/many-people.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";
import { sealedKeysOnPhone } from "../support/shared-phone/sealed-keys.ts";
import { filesWith } from "../support/storage/find-bytes.ts";

/** Letters that stand nowhere else; every name of those who arrive begins with them. */
const cyrillic = "Жщукваць";
const latin = "Zhqvxwyt";
const people = scale({ test: 60, soak: 200 });
const letters = "абвгдежзиклмнопрстуф";

describe.sequential("A stolen phone, a shared phone (A1, A4)", () => {
  let shift: Shift;
  let phone: DiskPhone;
  let keys: readonly Uint8Array[];

  /** What a thief who reads the flash finds: files in which a name, a passphrase, a key or an address of data can be read. */
  const found = (): readonly string[] => {
    const words = [cyrillic, latin, ...demoAccounts.map(({ passphrase }) => passphrase), "/db/site-medyka/_changes"];
    return filesWith(phone.profile, [...words, ...keys]);
  };

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.emptyDiskPhone();
    keys = await captureKeys(phone.page);
    const plan = planManyPeople(people, "medyka", (place) => ({
      familyName: `${cyrillic}${letters[place % 20]}${letters[Math.floor(place / 20) % 20]}`,
      familyNameLat: `${latin}${place}`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? ""),
      givenName: `${cyrillic}іна`,
    }));
    const access = { baseUrl: `${shift.server.address}/db`, user: "admin", password: "test-admin", fetch };
    const written = await writeImport(access, plan);
    if (!written.ok) throw new Error("import");
  }, 120_000);
  afterAll(async () => {
    await shift.end();
  });

  test("The search for traces finds what is there: a name in the browser's storage, a key, a name in an address", async () => {
    const { page } = phone;
    await page.goto(`/settings?look=${latin}`);
    await page.evaluate((name) => localStorage.setItem("note", name), cyrillic);
    await page.evaluate(() =>
      crypto.subtle.importKey("raw", new Uint8Array(32).fill(65), "HKDF", false, ["deriveKey"]),
    );
    await page.evaluate(() => localStorage.setItem("key", "A".repeat(32)));
    await expect
      .poll(found)
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^text in .*Local Storage/),
          expect.stringMatching(/^key in .*Local Storage/),
        ]),
      );
    await shift.forget(phone);
    phone = await shift.emptyDiskPhone();
    keys = await captureKeys(phone.page);
  });

  /** What the server answers to the phone's cookie without the phone. */
  const stolenSession = async (): Promise<number> => {
    const cookie = (await phone.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    expect(cookie).toContain("AuthSession=bound.");
    expect(cookie).toContain("PrystanPhone=");
    return (await fetch(`${shift.server.address}/db/site-medyka/_all_docs`, { headers: { cookie } })).status;
  };

  /** What left the page for the server while the callback ran. */
  const sentWhile = async (work: () => Promise<unknown>): Promise<string> => {
    const sent: string[] = [];
    const hear = (request: { url(): string; postData(): string | null }) =>
      sent.push(`${request.url()} ${request.postData()}`);
    phone.page.on("request", hear);
    await work();
    phone.page.off("request", hear);
    return sent.join("\n");
  };

  test(`${people} people arrive, some are registered, searched and edited, a form is left half-way: unlocked, nothing can be read`, async () => {
    const { page } = phone;
    const sent = await sentWhile(() => signIn(page, "volunteer"));
    expect(sent).toContain("/db/_session");
    for (const { passphrase } of demoAccounts) expect(sent).not.toContain(passphrase);
    const saved = await registerQuickly(page, { surname: `${cyrillic}ко`, groups: 10, heads: 4 });
    await page.goto("/arrivals");
    await page.fill("#search", `${cyrillic}аб`);
    await expect.poll(() => page.locator(".p-row").count()).toBeGreaterThan(0);
    await page.locator(".p-row__target").first().click();
    await page.locator("a[href$='/edit']").first().click();
    await page.fill("#patronymic", `${cyrillic}івна`);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/person\/[^/]+$/);
    await upToDate(page);
    expect(missingFrom(await shift.stored(), saved)).toEqual([]);
    expect(
      (await shift.stored()).filter(({ familyName }) => String(familyName).startsWith(cyrillic)).length,
    ).toBeGreaterThanOrEqual(people);
    await page.click('a[href="/arrivals"]');
    await page.click('a[href="/arrivals/new"]');
    await page.fill("#surname", `${cyrillic}енко`);
    await expect.poll(async () => (await draftsOnPhone(page)).join()).toContain(`${cyrillic}енко`);
    expect(keys.length).toBeGreaterThan(3);
    expect(found()).toEqual([]);
  });

  test("Locked: nothing can be read, on the disk or on the page; unlocked, the form is as it was left", async () => {
    const { page } = phone;
    await page.click("[data-test=lock]");
    await page.waitForSelector("#passphrase");
    expect(await isLocked(page)).toBe(true);
    expect(await page.content()).not.toContain(cyrillic);
    expect(await page.title()).toBe("Заблоковано – Пристань");
    expect(found()).toEqual([]);
    expect(await stolenSession()).toBe(401);
    await unlock(page);
    await page.waitForSelector("#surname");
    expect(await page.inputValue("#surname")).toBe(`${cyrillic}енко`);
  });

  test("Killed while it is open: nothing can be read; opened again it is locked, and everything is there", async () => {
    phone.die();
    expect(found()).toEqual([]);
    phone = await shift.again(phone, { offline: true });
    keys = [...keys, ...(await captureKeys(phone.page))];
    await phone.page.goto("/arrivals");
    await phone.page.fill("#search", `${cyrillic}`);
    await expect.poll(() => phone.page.locator(".p-row").count()).toBeGreaterThan(0);
    await phone.context.setOffline(false);
  });

  test("Signed out, and another volunteer signs in on the same phone: neither the disk nor their screens know the first one's", async () => {
    const { page } = phone;
    await page.goto("/settings");
    await page.locator("button", { hasText: "Вийти" }).first().click();
    await page.locator("dialog button", { hasText: "Вийти" }).click();
    await page.waitForSelector("#name");
    expect(found()).toEqual([]);
    await signIn(page, "driver");
    expect(await page.content()).not.toContain(cyrillic);
    const lines = await page.evaluate(async () => (await caches.keys()).join());
    expect(lines).not.toContain(cyrillic);
    expect(found()).toEqual([]);
  });

  test("Wiped with unsent work on it: no key is left, nothing can be read, and what was not sent lies sealed", async () => {
    const { page, context } = phone;
    await page.click("[data-test=lock]");
    await page.locator("button", { hasText: "Змінити користувача" }).click();
    await signInHere(page, "volunteer");
    await context.setOffline(true);
    await registerQuickly(page, { surname: `${cyrillic}ець`, groups: 1, heads: 2 });
    await page.click('a[href="/settings"]');
    await page.locator("main button", { hasText: "Стерти цей телефон" }).click();
    await page.locator("dialog[open] button", { hasText: "Знищити" }).click();
    await page.waitForSelector("#name");
    expect(await page.content()).not.toContain(cyrillic);
    expect((await sealedKeysOnPhone(page)).length).toBe(3);
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContainEqual(
      expect.stringContaining("rxdb"),
    );
    expect(found()).toEqual([]);
  });
});
