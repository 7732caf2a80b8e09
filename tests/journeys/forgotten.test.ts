import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serverPassword } from "../../src/device/keyring/server-password.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { settingOnPhone } from "../support/browser/sealed-on-phone.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { ownerSignedIn } from "../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { until } from "../support/runs/until.ts";

const words = "яблуко міст ліхтар озеро";

describe.sequential("A forgotten passphrase, without a network, in Ukrainian, 360 × 740", () => {
  let shift: Shift;
  let lead: Phone;
  let phone: Phone;
  let link = "";
  let digits = "";
  let saved: readonly Saved[] = [];

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
    lead = await shift.phone("lead");
    // The list of phones comes with the first contact.
    await until(async () => (await settingOnPhone(lead.page, "ledPhones")).includes('"volunteer"'));
  });
  afterAll(() => shift.end());

  /** The code of the volunteer's phone, as the server knows it. */
  const resetCodeOf = async (): Promise<string | undefined> => {
    const { rows } = await shift.server.couch<{ rows: { doc: { account: string; reset?: string } }[] }>(query);
    return rows.find(({ doc }) => doc.account === "volunteer")?.doc.reset;
  };

  test("The lead shows the code of that phone, offline", async () => {
    const { page, context } = lead;
    await context.setOffline(true);
    await page.click('a[href="/settings"]');
    await page.click('a[href="/settings/phones"]');
    await page.waitForSelector("text=Сервер недоступний");
    const card = page.locator("section", { hasText: "volunteer" });
    await card.locator("button", { hasText: "Забуто парольну фразу" }).click();
    const code = card.locator("svg[data-text]");
    await code.waitFor();
    await page.screenshot({ path: "tests/.output/journeys/reset-code.png", fullPage: true });
    link = (await code.getAttribute("data-text")) ?? "";
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#reset$/);
    digits = (await card.locator(".p-qr__words").textContent()) ?? "";
    expect(digits).toMatch(/^\d{4}( \d{4}){3}$/);
    await context.setOffline(false);
  });

  test("Typed on the locked phone it opens nothing with weak words or a wrong digit; the phone stays as it is", async () => {
    const { page, context } = phone;
    await context.setOffline(true);
    saved = await registerQuickly(page, { surname: "Незабута", groups: 2, heads: 2 });
    await page.click("[data-test=lock]");
    await page.locator("button", { hasText: "Не пам’ятаю фразу" }).click();
    await page.fill("#reset-code", "0000 1111 2222 3333");
    await page.fill("#next-passphrase", "чотири слова");
    await page.click("button[type=submit]");
    await page.waitForSelector("text=У парольній фразі щонайменше чотири слова");
    await page.fill("#next-passphrase", words);
    await page.click("button[type=submit]");
    await page.waitForSelector("text=Залишилося спроб: 4");
    await page.screenshot({ path: "tests/.output/journeys/reset.png" });
    await page.locator("button", { hasText: "Скасувати" }).click();
    await page.waitForSelector("#passphrase");
  });

  test("The address opens nothing; with the digits it opens the phone with new words, offline, with all that was not sent; the code stays in no address", async () => {
    const { page } = phone;
    ownerSignedIn(page, "");
    await page.goto(link);
    await page.fill("#next-passphrase", words);
    await page.click("button[type=submit]");
    await page.waitForSelector("text=Цей код нічого не відкриває");
    await page.fill("#reset-code", digits);
    await page.click("button[type=submit]");
    await page.waitForSelector("[data-test=lock]");
    expect(page.url()).not.toContain("reset");
    ownerSignedIn(page, words);
    await page.goto("/arrivals");
    await page.fill("#search", "Незабута");
    await expect.poll(() => page.locator(".p-row").count()).toBeGreaterThan(3);
  });

  test("With the network the server knows the new words and has the records; the code is used up, the lead has the next", async () => {
    const { page, context } = phone;
    await context.setOffline(false);
    await upToDate(page);
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    const password = await serverPassword("volunteer", words);
    const signIn = async () => {
      const body = new URLSearchParams({ name: "volunteer", password });
      return (await fetch(`${shift.server.address}/db/_session`, { method: "POST", body })).status;
    };
    await expect.poll(signIn).toBe(200);
    await expect.poll(resetCodeOf).not.toBe(digits.replaceAll(" ", ""));
    ownerSignedIn(page, "");
    await page.goto(link);
    await page.fill("#next-passphrase", "зовсім інші чотири слова");
    for (const left of [4, 3, 2, 1]) {
      await page.fill("#reset-code", digits);
      await page.click("button[type=submit]");
      await page.waitForSelector(`text=Залишилося спроб: ${left}`);
    }
    await page.click("button[type=submit]");
    await page.waitForSelector("text=Тепер цей телефон відкриє лише парольна фраза");
    const last = await resetCodeOf();
    await page.fill("#reset-code", last ?? "");
    await page.click("button[type=submit]");
    await page.waitForSelector("text=Тепер цей телефон відкриє лише парольна фраза");
  });

  test("Once five tries were wrong, the passphrase opens the phone as before, and the lead has a new code", async () => {
    const { page } = phone;
    const before = await resetCodeOf();
    await page.locator("button", { hasText: "Скасувати" }).click();
    await page.fill("#passphrase", words);
    await page.click("button[type=submit]");
    await page.waitForSelector("[data-test=lock]");
    await expect.poll(resetCodeOf).not.toBe(before);
    expect(await resetCodeOf()).toMatch(/^\d{16}$/);
    expect([...phone.complaints, ...lead.complaints]).toEqual([]);
  });
});

const query = 'server/_all_docs?include_docs=true&startkey="phone:"&endkey="phone:~"';
