import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly [field: string]: unknown };

const pictures = "tests/.output/children-protected";
let server: TestServer;
let volunteer: Phone;
let lead: Phone;
/** The child's page. */
let address: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  [volunteer, lead] = await Promise.all([
    openPhone({ baseURL: server.address }),
    openPhone({ baseURL: server.address }),
  ]);
  await Promise.all([signIn(volunteer.page, "volunteer"), signIn(lead.page, "lead")]);
});
afterAll(async () => {
  for (const phone of [volunteer, lead]) expect(phone?.complaints).toEqual([]);
  await Promise.all([volunteer?.throwAway(), lead?.throwAway()]);
  await server?.stop();
});

const stored = async (kind: string): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    "site-medyka/_all_docs?include_docs=true",
  );
  return rows.map(({ doc }) => doc).filter((doc) => doc.kind === kind);
};
const notice = (page: Page, words: string) => page.locator("main .p-notice[data-kind=danger]", { hasText: words });
const sheet = (page: Page) => page.locator("dialog[open]");
const confirm = (page: Page) => sheet(page).locator(".p-modal__actions button").first();
const button = (page: Page, name: string) => page.locator("main").getByRole("button", { name, exact: true });
const picture = async (page: Page, name: string) => {
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

test("Offline, a girl with her aunt: the card opens at once, with a call; who stays and who was told is noted", async () => {
  const { page, context } = volunteer;
  await page.goto("/arrivals/new");
  await context.setOffline(true);
  await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
  await page.locator(".i-counts__cell").nth(2).locator("button").last().click();
  await page.fill("#surname", "Самітна");
  for (const [place, name, age] of [
    [0, "Дарія", "33"],
    [1, "Соломія", "8"],
  ] as const) {
    await page.locator('input[id$=".givenName"]').nth(place).fill(name);
    await page.locator('input[id$=".age"]').nth(place).fill(age);
  }
  await page.locator('input[id*=".childCare"][value=relative], [id*="childCare-relative"]').first().check();
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  await notice(page, "Дитина без батьків і опікуна: Самітна Соломія").waitFor();
  expect(await notice(page, "Самітна Соломія").locator("a[href='tel:112']").count()).toBe(1);
  await picture(page, "card");
  expect(await axeFindings(page)).toEqual([]);
  await button(page, "Я залишаюся з дитиною").click();
  await expect.poll(() => notice(page, "Самітна Соломія").textContent()).toContain("З дитиною залишається volunteer");
  await button(page, "Кого повідомили?").click();
  await confirm(page).click();
  await expect.poll(() => sheet(page).textContent()).toContain("Оберіть, кого повідомили");
  await sheet(page).locator("input[value=police]").check();
  await picture(page, "told");
  await confirm(page).click();
  await expect.poll(() => notice(page, "Самітна Соломія").textContent()).toContain("Повідомлено: Поліція");
  expect(await button(page, "Записати дорослого").count()).toBe(0);
  await context.setOffline(false);
  await expect.poll(async () => (await stored("safeguarding")).length).toBe(2);
  const child = (await stored("person")).find(({ givenName }) => givenName === "Соломія");
  expect(child?.noParentSince).toEqual(expect.any(String));
  address = `/arrivals/person/${child?._id.slice("person:".length)}`;
});

test("She gets a bed like anybody; checked out with her aunt she is stopped, and a correction changes nothing", async () => {
  const { page } = volunteer;
  await page.goto(address.replace("/arrivals/person", "/roster/bed-for"));
  await page.locator("[data-test=main-action] button").first().click();
  await page.waitForSelector(".p-notice[data-kind=success]");
  await page.goto(`${address}/edit`);
  await page.locator("input[name=childCare][value=parent]").check();
  await page.click("button[type=submit]");
  await page.waitForURL(`**${address}`);
  await notice(page, "Дитина без батьків і опікуна").waitFor();
  await button(page, "Оформити виїзд").click();
  await sheet(page).locator("label", { hasText: "Дарія" }).click();
  await page.selectOption("#out-reason", { index: 1 });
  await sheet(page).locator(".p-notice", { hasText: "Стоп: Самітна Соломія" }).waitFor();
  await picture(page, "stopped");
  expect(await axeFindings(page)).toEqual([]);
  await confirm(page).click();
  await expect.poll(() => sheet(page).textContent()).toContain("Оберіть дорослого");
  expect((await stored("presence")).filter(({ event }) => event === "check_out")).toEqual([]);
  await sheet(page).getByRole("button", { name: "Закрити" }).click();
  await upToDate(page);
});

test("A lead records the aunt with papers; then she may leave with her, and with nobody else", async () => {
  const { page } = lead;
  await page.goto("/children");
  await notice(page, "Соломія").getByRole("link", { name: "Переглянути" }).click();
  await page.waitForURL(`**${address}`);
  await button(page, "Записати дорослого").click();
  await confirm(page).click();
  await expect.poll(() => sheet(page).textContent()).toContain("Напишіть, хто цей дорослий");
  await sheet(page).locator("label", { hasText: "Дарія" }).click();
  await confirm(page).click();
  await expect.poll(() => sheet(page).textContent()).toContain("Оберіть підставу");
  await page.selectOption("#adult-basis", "relative_listed");
  await page.selectOption("#adult-papers", "birth_certificate");
  await picture(page, "adult");
  expect(await axeFindings(page)).toEqual([]);
  await confirm(page).click();
  await expect.poll(() => notice(page, "Соломія").textContent()).toContain("Може поїхати з: Самітна Дарія");
  await picture(page, "confirmed");
  await button(page, "Оформити виїзд").click();
  await page.selectOption("#out-reason", { index: 1 });
  await sheet(page).locator("label", { hasText: "підтверджено" }).click();
  await confirm(page).click();
  await sheet(page).waitFor({ state: "detached" });
  await expect
    .poll(async () => (await stored("presence")).find(({ event }) => event === "check_out"))
    .toMatchObject({ released: expect.stringMatching(/^safeguarding:/), note: "Самітна Дарія" });
  await page.locator("[data-test=undo]").click();
  await button(page, "Оформити виїзд").waitFor();
});

test("She is gone with somebody else: that is noted, stands in red on every phone, and somebody else takes charge by name", async () => {
  const { page } = volunteer;
  await page.goto(address);
  await button(page, "Оформити виїзд").click();
  await page.selectOption("#out-reason", { index: 1 });
  await sheet(page).locator("label", { hasText: "Дитина вже пішла" }).click();
  await confirm(page).click();
  await expect.poll(() => sheet(page).textContent()).toContain("Напишіть кількома словами");
  await page.fill("#out-gone", "З чоловіком до Кракова, поліції сказано");
  await confirm(page).click();
  await notice(page, "дитина пішла").waitFor();
  expect(await button(page, "Беру на себе").count()).toBe(0);
  await upToDate(page);
  await lead.page.goto("/children");
  await notice(lead.page, "З чоловіком до Кракова").waitFor();
  await picture(lead.page, "incident");
  await notice(lead.page, "З чоловіком до Кракова").getByRole("button", { name: "Беру на себе" }).click();
  await lead.page.fill("#incident-note", "Телефоную до поліції в Кракові");
  await confirm(lead.page).click();
  await notice(lead.page, "З чоловіком до Кракова").waitFor({ state: "detached" });
  await upToDate(lead.page);
  await page.locator("main .p-notice", { hasText: "Узяв(-ла) на себе lead" }).waitFor();
  await picture(page, "taken");
});

test("Of two brothers without a bed one has gone: it is noted of him alone", async () => {
  const { page, context } = volunteer;
  await page.goto("/arrivals/new");
  await page.locator(".i-counts__cell").nth(5).locator("button").last().click({ clickCount: 2 });
  await page.fill("#surname", "Двоє");
  for (const [place, name, age] of [
    [0, "Гліб", "15"],
    [1, "Назар", "13"],
  ] as const) {
    await page.locator('input[id$=".givenName"]').nth(place).fill(name);
    await page.locator('input[id$=".age"]').nth(place).fill(age);
  }
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  await context.setOffline(true);
  await button(page, "Дитина вже пішла: Двоє Гліб").click();
  await page.fill("#gone-words", "Сам, сказано старшій");
  await picture(page, "gone");
  await confirm(page).click();
  await notice(page, "Двоє Гліб: дитина пішла").waitFor();
  expect(await notice(page, "Двоє Назар: дитина пішла").count()).toBe(0);
  await picture(page, "brothers");
  await page.setViewportSize({ width: 1280, height: 800 });
  await picture(page, "brothers-laptop");
  await context.setOffline(false);
});
