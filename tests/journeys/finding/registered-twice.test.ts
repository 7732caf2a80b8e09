import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { registerFamily } from "../register-family.ts";

const pictures = "tests/.output/registered-twice";
let server: TestServer;
let phone: Phone;
let known: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "volunteer");
  await phone.page.goto("/arrivals");
  await registerFamily(phone.page);
  await upToDate(phone.page);
  await phone.page.locator("main a[href^='/arrivals/person/']").first().click();
  await phone.page.waitForURL(/\/arrivals\/person\//);
  known = await phone.page.evaluate(() => location.pathname);
  await phone.page.goto("/arrivals");
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const strip = () => phone.page.locator("main .p-notice", { hasText: "уже записано" });
const typed = (field: string) => phone.page.locator(`input[id$=".${field}"]`).first();

/** A woman who is registered already, as another volunteer would write her: in Latin letters, with an age. */
const typeAgain = async () => {
  const { page } = phone;
  await page.click('a[href="/arrivals/new"]');
  await page.waitForSelector("#surname");
  await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
  await page.fill("#surname", "Lukyanenko");
  await typed("givenName").fill("Oxana");
  await typed("age").fill("36");
};

test("Who is registered already is named under what is typed, with the reason", async () => {
  await typeAgain();
  await strip().waitFor();
  const said = await strip().innerText();
  expect(said).toContain("Лук’яненко Оксана");
  expect(said).toContain("вік збігається");
  expect(said).toContain("разом: ще 3 людини");
  expect(await strip().locator(`a[href="${known}"]`).count()).toBeGreaterThan(0);
  for (const [name, width, height] of [
    ["phone", 360, 740],
    ["laptop", 1280, 800],
  ] as const) {
    await phone.page.setViewportSize({ width, height });
    await strip().scrollIntoViewIfNeeded();
    expect(await axeFindings(phone.page)).toEqual([]);
    await phone.page.screenshot({ path: `${pictures}/strip-${name}.png` });
  }
  await phone.page.setViewportSize({ width: 360, height: 740 });
});

test("It opens her record, and nothing that was typed is lost on the way there and back", async () => {
  const { page } = phone;
  await strip().locator("a", { hasText: "Це та сама людина" }).click();
  await page.waitForURL(`**${known}`);
  await page.goBack();
  await page.waitForSelector("#surname");
  expect(await page.locator("#surname").inputValue()).toBe("Lukyanenko");
  expect(await typed("givenName").inputValue()).toBe("Oxana");
  expect(await typed("age").inputValue()).toBe("36");
  await strip().waitFor();
});

test("Of somebody else it is said once: the strip stays away whatever is typed after it, and the form is saved", async () => {
  const { page } = phone;
  await strip().locator("button", { hasText: "Це хтось інший" }).click();
  await strip().waitFor({ state: "detached" });
  await typed("age").fill("35");
  await typed("age").fill("36");
  await page.locator('input[id$=".givenName"]').first().blur();
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  expect(await page.locator("main").innerText()).toContain("Lukyanenko");
});

test("A new person is nobody's double, and no strip is shown", async () => {
  const { page } = phone;
  await page.goto("/arrivals");
  await typeAgain();
  await strip().waitFor();
  await typed("givenName").fill("Ярина");
  await strip().waitFor({ state: "detached" });
});

test("So it is where one more person of a group is written down, and what was typed there is kept on the way to the record and back", async () => {
  const { page } = phone;
  const sheet = page.locator("dialog[open]");
  const add = page.locator("main button", { hasText: "Додати людину" });
  await page.goto("/arrivals");
  await page.fill("#search", "Lukyanenko Oxana");
  await page
    .locator("main [data-test=arrival]", { hasText: "35" })
    .or(page.locator("main [data-test=arrival]").last())
    .last()
    .click();
  await page.locator("main a[href^='/arrivals/group/']").first().click();
  await add.click();
  await page.fill("#add-givenName", "Петро");
  await page.fill("#add-familyName", "Лук’яненко");
  await page.fill("#add-age", "67");
  await sheet.locator(".p-notice", { hasText: "Лук’яненко Петро" }).waitFor();
  await page.screenshot({ path: `${pictures}/sheet.png` });
  await sheet.locator(".p-notice a", { hasText: "Це та сама людина" }).click();
  await page.waitForURL(/\/arrivals\/person\//);
  await page.goBack();
  await add.click();
  expect(await page.locator("#add-givenName").inputValue()).toBe("Петро");
  await sheet.locator(".p-notice button", { hasText: "Це хтось інший" }).click();
  await sheet.locator(".p-notice").waitFor({ state: "detached" });
});
