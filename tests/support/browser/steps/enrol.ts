import type { Page } from "playwright-core";

/** What a lead shows (the address) and says (the digits). */
export type Invitation = { readonly link: string; readonly digits: string };

/** A lead asks for a code, on the page of phones. */
export const invite = async (lead: Page, name: string): Promise<Invitation> => {
  const code = lead.locator("svg[data-text]");
  const before = (await code.count()) === 0 ? "" : await code.getAttribute("data-text");
  await lead.fill("#invite-name", name);
  await lead.locator("button", { hasText: "Показати код" }).click();
  await lead.waitForFunction(
    (last) => (document.querySelector<SVGElement>("svg[data-text]")?.dataset.text ?? last) !== last,
    before,
  );
  const digits = (await lead.locator(".p-qr__digits").textContent()) ?? "";
  return { link: (await code.getAttribute("data-text")) ?? "", digits: digits.replace(" ", "") };
};

/** Types what the lead says. */
export const tell = async (page: Page, digits: string): Promise<void> => {
  await page.fill("#digits", digits);
  await page.click("button[type=submit]");
};

/** The four words as they are shown, once they are. */
export const wordsShown = async (page: Page): Promise<readonly string[]> => {
  await page.locator(".f-words li").first().waitFor();
  return page.locator(".f-words li").allTextContents();
};

/** Says that they are written down. */
export const toCheck = async (page: Page): Promise<void> => {
  await page.locator("button", { hasText: "Я записав" }).click();
  await page.waitForSelector("#word");
};

/** Types the word that is asked for. */
export const proveOne = async (page: Page, words: readonly string[]): Promise<void> => {
  const asked = /\d/.exec((await page.locator("label[for=word]").textContent()) ?? "")?.[0];
  await page.fill("#word", words[Number(asked) - 1] ?? "");
  await page.click("button[type=submit]");
};
