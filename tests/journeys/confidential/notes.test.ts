import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { draftsOnPhone } from "../../support/browser/sealed-on-phone.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { signIn } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly [field: string]: unknown };

const pictures = "tests/.output/confidential-notes";
let server: TestServer;
let volunteer: Phone;
let officer: Phone;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  [volunteer, officer] = await Promise.all([
    openPhone({ baseURL: server.address }),
    openPhone({ baseURL: server.address }),
  ]);
  await Promise.all([signIn(volunteer.page, "volunteer"), signIn(officer.page, "protection")]);
});
afterAll(async () => {
  for (const phone of [volunteer, officer]) expect(phone?.complaints).toEqual([]);
  await Promise.all([volunteer?.throwAway(), officer?.throwAway()]);
  await server?.stop();
});

const documentsIn = async (database: string): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    `${database}/_all_docs?include_docs=true`,
  );
  return rows.map(({ doc }) => doc);
};
const person = async (name: string) => (await documentsIn("site-medyka")).find(({ givenName }) => givenName === name);
const sheet = (page: Page) => page.locator("dialog[open]");
const confirm = (page: Page) => sheet(page).locator(".p-modal__actions button").first();
const card = (page: Page, name: string, words: string) =>
  page.locator("main .p-card", { hasText: name }).filter({ hasText: words });
const picture = async (page: Page, name: string) => {
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

test("Offline, a pregnant woman who wants to talk in private: what was ticked is sealed, and stays nowhere on the phone", async () => {
  const { page, context } = volunteer;
  await page.goto("/arrivals/new");
  await context.setOffline(true);
  await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
  await page.fill("#surname", "Вагомська");
  await page.fill('input[id$=".givenName"]', "Мирослава");
  await page.fill('input[id$=".age"]', "29");
  await page.getByRole("button", { name: "Потреби й інше" }).click();
  for (const need of ["pregnant", "talk_private", "interpreter"]) await page.locator(`input[value=${need}]`).check();
  await picture(page, "card");
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  expect(JSON.stringify(await draftsOnPhone(page))).not.toMatch(/pregnant|talk_private/);
  await page
    .getByRole("link", { name: /Мирослава/ })
    .first()
    .click();
  const notes = page.locator("main section", { hasText: "Конфіденційні записи" });
  await expect.poll(() => notes.getByText("ще не передано").count()).toBe(2);
  const shown = (await page.locator("main").textContent()) ?? "";
  expect(shown).toContain("Нижнє місце");
  expect(shown).not.toMatch(/Вагітн|вагітн|наодинці/);
  await picture(page, "person");
});

test("Another contact is noted on her page, refused at the field while the number is missing", async () => {
  const { page, context } = volunteer;
  await page.getByRole("button", { name: "Додати конфіденційний запис" }).click();
  await sheet(page).locator("input[value=contact]").check();
  await confirm(page).click();
  await sheet(page).locator("#note-number[aria-invalid=true]").waitFor();
  await sheet(page).locator("#note-number").fill("+380 50 000 77 11");
  await sheet(page).locator("#note-whose").fill("сестра");
  await sheet(page).locator("input[value=no]").check();
  await picture(page, "sheet");
  expect(await axeFindings(page)).toEqual([]);
  await confirm(page).click();
  await sheet(page).waitFor({ state: "detached" });
  await context.setOffline(false);
  const notes = page.locator("main section", { hasText: "Конфіденційні записи" });
  await expect.poll(() => notes.getByText("ще не передано").count()).toBe(0);
  await expect.poll(() => notes.locator("li").count()).toBe(3);
});

test("Nothing of it is at the site; each note lies where its readers are", async () => {
  const whole = JSON.stringify(await documentsIn("site-medyka"));
  expect(whole).not.toMatch(/"(pregnant|talk_private|medicine|disability)"|000 77 11|сестра/);
  expect(await person("Мирослава")).toMatchObject({ needFlags: ["interpreter"], placeMarks: ["lower_bunk"] });
  const of = async (database: string) => JSON.stringify(await documentsIn(database));
  expect(await of("care-medyka")).toContain('"pregnant"');
  expect(await of("case-import-org-1")).toContain("000 77 11");
  expect(await of("protection-import-org-1")).toContain('"talk_private"');
});

test("The officer finds them, takes charge, writes down what was done, also offline; of a child alone the site is told so", async () => {
  const { page, context } = officer;
  await page.goto("/confidential");
  const talk = card(page, "Мирослава", "Хоче поговорити наодинці");
  await talk.waitFor();
  await card(page, "Мирослава", "вагітн")
    .or(card(page, "Мирослава", "Вагітн"))
    .waitFor();
  const contact = card(page, "Мирослава", "000 77 11");
  expect(await contact.locator("a[href^='tel:']").count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, "inbox");
  await context.setOffline(true);
  await talk.getByRole("button", { name: "Беру на себе" }).click();
  await talk.getByRole("button", { name: "Записати" }).click();
  await talk.locator("textarea[aria-invalid=true]").waitFor();
  await talk.locator("textarea").fill("Домовились про розмову о 18:00");
  await talk.getByRole("button", { name: "Записати" }).click();
  await expect.poll(() => talk.textContent()).toContain("Домовились про розмову о 18:00");
  await context.setOffline(false);
  const child = page.locator("main .p-card", { hasText: /Дитина без батьків|не з батьками/ }).first();
  await child.getByRole("button", { name: "Беру на себе" }).click();
  await picture(page, "taken");
  await expect
    .poll(async () => (await documentsIn("site-medyka")).filter(({ office }) => office === "protection_officer").length)
    .toBeGreaterThan(0);
});
