import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn, signInHere, upToDate } from "../support/browser/steps/sign-in.ts";
import { isLocked, ownerSignedIn, unlock } from "../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { budget } from "../support/runs/budget.ts";
import { sealedKeysOnPhone } from "../support/shared-phone/sealed-keys.ts";

const hour = 3_600_000;

/** Everything in the keyring: nothing is left of a person whose keys were destroyed. */
const holdersHere = ({ page }: Phone): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("prystan-keyring");
        opening.onsuccess = () => {
          const counting = opening.result.transaction("holders").objectStore("holders").count();
          counting.onsuccess = () => resolve(counting.result);
          opening.result.close();
        };
      }),
  );

describe.sequential("A phone that is lost, or whose person has gone (A7, A8, A9), in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let phone: Phone;
  let lead: Phone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.emptyPhone();
    await phone.page.clock.install();
    await signIn(phone.page, "volunteer2");
    lead = await shift.phone("lead");
  });
  afterAll(() => shift.end());

  const card = () => lead.page.locator("section", { hasText: "volunteer2" });
  const openPhones = async () => {
    await lead.page.click('a[href="/settings"]');
    await lead.page.click('a[href="/settings/phones"]');
    await card().first().waitFor();
  };
  const unfold = () => card().first().locator("summary", { hasText: "Інші дії: volunteer2" }).click();
  const inStore = async (surname: string) =>
    (await shift.stored()).filter(({ label }) => String(label).startsWith(surname)).length;

  test("After a day without the server nothing can be read, not even with the clock set back; registering goes on", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    await page.clock.fastForward(25 * hour);
    await expect.poll(() => isLocked(phone.page)).toBe(true);
    await unlock(page);
    await page.waitForSelector("text=Зараз тут нічого не прочитати");
    await page.screenshot({ path: "tests/.output/journeys/lease-over.png" });
    for (const path of ["/arrivals", "/roster", "/sync", "/sync/shift"]) {
      await page.goto(path);
      expect(await page.locator(".p-row").count(), path).toBe(0);
    }
    await page.clock.setSystemTime(Date.now() - 3 * hour);
    await page.goto("/arrivals");
    await page.waitForSelector("text=Зараз тут нічого не прочитати");
    await page.click('a[href="/arrivals/new"]');
    await page.waitForSelector("#surname");
    await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
    await page.fill("#surname", "Запізніла");
    await page.click("button[type=submit]");
    await page.waitForSelector("text=Збережено на цьому телефоні");
    expect((await sealedKeysOnPhone(page)).length).toBeGreaterThan(0);
    await context.setOffline(false);
    await page.reload();
    await upToDate(page);
    await page.waitForSelector("#search, .p-page");
    await expect.poll(() => inStore("Запізніла")).toBe(1);
    await page.click('a[href="/arrivals"]');
    await page.waitForSelector("#search");
  });

  test("Orders that are forged, another phone's or repeated destroy nothing", async () => {
    const { page, context } = phone;
    const forged = [
      { order: "wipe", leaseUntil: null, proof: "AAAA" },
      { order: "wipe", leaseUntil: null },
      { order: "wipe", leaseUntil: null, proof: Buffer.alloc(32, 7).toString("base64url") },
    ];
    for (const answer of forged) {
      await context.route("**/db/_phone/contact", (route) => route.fulfill({ json: answer }));
      const answered = page.waitForResponse("**/db/_phone/contact");
      await page.reload();
      await answered;
      await context.unroute("**/db/_phone/contact");
      expect(await holdersHere(phone)).toBe(1);
    }
    // A real answer to an earlier question, its order kept, its nonce not.
    const heard = new Promise<object>((resolve) => {
      void context.route("**/db/_phone/contact", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response });
        resolve(await response.json());
      });
    });
    await page.reload();
    const earlier = await heard;
    await context.unroute("**/db/_phone/contact");
    await context.route("**/db/_phone/contact", (route) => route.fulfill({ json: { ...earlier, leaseUntil: null } }));
    await page.reload();
    await upToDate(page);
    await page.waitForSelector("[data-test=lock]");
    await context.unroute("**/db/_phone/contact");
    expect(await page.locator("text=Зараз тут нічого не прочитати").count()).toBe(0);
  });

  test("A lead sees it in the list and has it wiped: at its next start the keys are gone, what was not sent stays", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    await registerQuickly(page, { surname: "Загублена", groups: 1, heads: 2 });
    await openPhones();
    await lead.page.screenshot({ path: "tests/.output/journeys/phones.png", fullPage: true });
    await unfold();
    await card().first().locator("button", { hasText: "Стерти телефон volunteer2" }).click();
    await lead.page.locator("dialog[open] button", { hasText: "Стерти телефон volunteer2" }).click();
    await lead.page.waitForSelector("text=Зітреться під час наступного зв’язку");
    await page.click("[data-test=lock]");
    await expect.poll(() => isLocked(page)).toBe(true);
    await context.setOffline(false);
    const began = Date.now();
    ownerSignedIn(page, ""); // nobody unlocks it
    await page.reload();
    await page.waitForSelector("#name");
    budget("A9: a phone is wiped after its start", Date.now() - began, 3_000);
    expect(await holdersHere(phone)).toBe(0);
    expect((await sealedKeysOnPhone(page)).length).toBe(3);
    await page.waitForSelector("text=3 записи з цього телефону ще не надіслано");
    expect(await page.locator(".p-notice[data-kind=danger]").count()).toBe(0);
    await page.screenshot({ path: "tests/.output/journeys/wiped.png", fullPage: true });
  });

  test("What lies sealed on it leaves as a file that nobody can read, and goes to the server from any other phone", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    const downloading = page.waitForEvent("download");
    await page.locator("button", { hasText: "Зберегти запечатаним файлом" }).click();
    const file = await (await downloading).path();
    expect(readFileSync(file, "utf8")).not.toMatch(/Загублена|volunteer2/);
    await lead.page.click('a[href="/settings"]');
    await lead.page.setInputFiles("#sealed-file", {
      name: "x.json",
      mimeType: "application/json",
      buffer: Buffer.from("{}"),
    });
    await lead.page.waitForSelector("text=Це не запечатаний файл");
    await lead.page.setInputFiles("#sealed-file", file);
    await lead.page.waitForSelector("text=Надсилаються 3 записи");
    await expect.poll(() => inStore("Загублена")).toBe(1);
    await context.setOffline(false);
    await signIn(page, "volunteer");
    await expect.poll(() => sealedKeysOnPhone(page)).toEqual([]);
    expect(await inStore("Загублена")).toBe(1);
    await lead.page.reload();
    await openPhones();
    await lead.page.waitForSelector("text=Отримав наказ стертися");
  });

  test("An account ends while its phone has unsent work: the next request is refused, and a lead takes the work in", async () => {
    const { page, context } = phone;
    await page.click("[data-test=lock]");
    await page.locator("button", { hasText: "Змінити користувача" }).click();
    await page.waitForSelector("#name");
    await signInHere(page, "volunteer2");
    await context.setOffline(true);
    await registerQuickly(page, { surname: "Покинута", groups: 1, heads: 1 });
    await openPhones();
    await unfold();
    await card().first().locator("button", { hasText: "Закрити обліковий запис volunteer2" }).click();
    await lead.page.locator("dialog[open] button", { hasText: "Закрити обліковий запис volunteer2" }).click();
    await lead.page.waitForSelector("text=Обліковий запис закрито.");
    await context.setOffline(false);
    const began = Date.now();
    await page.waitForSelector("text=Зараз тут нічого не прочитати");
    budget("A7: reading stops after the network is back", Date.now() - began, 10_000);
    await page.click("[data-test=lock]");
    await page.locator("button", { hasText: "Змінити користувача" }).click();
    await signInHere(page, "volunteer");
    await expect.poll(() => sealedKeysOnPhone(page)).toEqual([]);
    expect(await inStore("Покинута")).toBe(0);
    await lead.page.click('a[href="/settings"]');
    await lead.page.screenshot({ path: "tests/.output/journeys/handed-in-notice.png" });
    await lead.page.locator('a[href="/sync/read-in"]').click();
    await lead.page.waitForSelector("text=Прийняти");
    await lead.page.screenshot({ path: "tests/.output/journeys/handed-in.png", fullPage: true });
    const offered = lead.page.locator("button", { hasText: "Прийняти" });
    for (let left = 2; left > 0; left -= 1) {
      await expect.poll(() => offered.count()).toBe(left);
      await offered.first().click();
    }
    await expect.poll(() => inStore("Покинута")).toBe(1);
    expect(lead.complaints).toEqual([]);
  });
});
