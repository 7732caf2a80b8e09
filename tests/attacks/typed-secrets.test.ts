import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { isUnlocked, ownerSignedIn } from "../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { filesWith } from "../support/storage/find-bytes.ts";

/** Letters and words that stand nowhere else. */
const name = "zhqkovtun7";
const chosen = "жирафнюк кульбабець шквалень цвіркунка";
const mistyped = "жирафнюк кульбабець шквалень помилкус";

describe.sequential("What was typed or told on a shared phone lies nowhere in the browser's profile: History, Web Data, Login Data, Sessions, …", () => {
  let shift: Shift;
  let phone: DiskPhone;
  let link = "";
  let digits = "";
  let words = "";
  let resetCode = "";

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.emptyDiskPhone();
  });
  afterAll(() => shift.end());

  const found = (): readonly string[] => [
    ...filesWith(
      phone.profile,
      [name, ...chosen.split(" "), mistyped, words, resetCode, inGroups(resetCode)].filter((secret) => secret !== ""),
    ),
    ...filesWithNumber(phone.profile, digits),
  ];
  const submit = (page: Page) => page.click("button[type=submit]");
  const unlockWith = async (page: Page, passphrase: string) => {
    await page.fill("#passphrase", passphrase);
    await submit(page);
  };

  test("The search finds a number that stands alone, in UTF-8 and in UTF-16, and not one that is part of a longer one", () => {
    const folder = mkdtempSync(join(tmpdir(), "prystan-search-"));
    for (const [file, text] of [
      ["alone", "?look=482913&"],
      ["longer", "1482913 4829130"],
    ] as const) {
      writeFileSync(join(folder, file), text);
      writeFileSync(join(folder, `${file}-16`), Buffer.from(text, "utf16le"));
    }
    expect([...filesWithNumber(folder, "482913")].sort()).toEqual(["alone", "alone-16"]);
    rmSync(folder, { recursive: true });
  });

  test("A lead invites on this phone, locks, and the new volunteer enrols on it and works", async () => {
    const { page } = phone;
    await signIn(page, "lead");
    await page.goto("/settings/phones");
    await page.fill("#invite-name", name);
    await page.locator("button", { hasText: "Показати код" }).click();
    link = (await page.locator("svg[data-text]").first().getAttribute("data-text")) ?? "";
    digits = ((await page.locator(".p-qr__digits").textContent()) ?? "").replace(" ", "");
    await page.click("[data-test=lock]");
    await page.waitForSelector("#passphrase");
    ownerSignedIn(page, "");
    await page.goto(link);
    await page.fill("#digits", digits);
    await submit(page);
    await page.locator(".f-words li").first().waitFor();
    const shown = await page.locator(".f-words li").allTextContents();
    words = shown.join(" ");
    await page.locator("button", { hasText: "Я записав" }).click();
    const asked = Number(/\d/.exec((await page.locator("label[for=word]").textContent()) ?? "")?.[0]);
    await page.fill("#word", shown[asked - 1] ?? "");
    await submit(page);
    await page.waitForSelector("h1:has-text('Перші кроки')");
    await upToDate(page);
    await page.locator("a", { hasText: "До роботи" }).click();
    await registerQuickly(page, { surname: "Незнана", groups: 1, heads: 1 });
    await upToDate(page);
    expect(found()).toEqual([]);
  });

  test("Locked, mistyped, opened, forgotten, reset, signed out and signed in again", async () => {
    const { page } = phone;
    await page.click("[data-test=lock]");
    await page.waitForSelector("#passphrase");
    await page.locator("button[aria-controls=passphrase]").click();
    await unlockWith(page, mistyped);
    await page.waitForSelector("[role=alert]");
    await unlockWith(page, words);
    await page.waitForSelector(isUnlocked);
    await page.click("[data-test=lock]");
    await page.locator("button", { hasText: "Не пам’ятаю фразу" }).click();
    resetCode = await codeOf(name);
    expect(resetCode).toMatch(/^\d{16}$/);
    await page.fill("#reset-code", inGroups(resetCode));
    await page.fill("#next-passphrase", chosen);
    await submit(page);
    await page.waitForSelector(isUnlocked);
    await upToDate(page);
    await page.click('a[href="/settings"]');
    await page.locator("button", { hasText: "Вийти" }).first().click();
    await page.locator("dialog button", { hasText: "Вийти" }).click();
    await page.locator("button", { hasText: "Змінити користувача" }).click();
    await page.fill("#name", name);
    await unlockWith(page, chosen);
    await page.waitForSelector(isUnlocked);
    await page.click("[data-test=lock]");
    await page.waitForSelector("#passphrase");
    expect(found()).toEqual([]);
  });

  test("The browser was closed and has written down what it keeps: nothing of it; nor after a start that a kill ends", async () => {
    await phone.close();
    expect(found()).toEqual([]);
    phone = await shift.again(phone);
    await phone.page.goto("/");
    await unlockWith(phone.page, chosen);
    await phone.page.waitForSelector(isUnlocked);
    phone.die();
    expect(found()).toEqual([]);
  });

  const codeOf = async (account: string): Promise<string> => {
    type Phones = { readonly rows: readonly { readonly doc: { readonly account: string; readonly reset?: string } }[] };
    const query = 'server/_all_docs?include_docs=true&startkey="phone:"&endkey="phone:~"';
    const { rows } = await shift.server.couch<Phones>(query);
    return rows.find(({ doc }) => doc.account === account)?.doc.reset ?? "";
  };
});

const inGroups = (code: string): string => (code.match(/.{4}/g) ?? []).join(" ");

/** Files in which so many digits stand and no digit beside them, in UTF-8 or UTF-16: a profile is full of longer numbers, which mean times. */
const filesWithNumber = (folder: string, digits: string): readonly string[] => {
  const wide = [...digits].map((digit) => `${digit}\\x00`).join("");
  const alone = new RegExp(`(?<!\\d)${digits}(?!\\d)|(?<!\\d\\x00)${wide}(?!\\d\\x00)`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => {
    try {
      const path = join(folder, file);
      return statSync(path).isFile() && alone.test(readFileSync(path, "latin1"));
    } catch {
      return false; // the browser took it away meanwhile
    }
  });
};
