import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { keyModel } from "../../support/browser/steps/key-model.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { registerFamily } from "../register-family.ts";

type Stored = { readonly kind: string; readonly groupId?: string; readonly [field: string]: unknown };

const pictures = "tests/.output/group-lines";
let server: TestServer;
let phone: Phone;
let other: Phone;
let group: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  [phone, other] = [await openPhone({ baseURL: server.address }), await openPhone({ baseURL: server.address })];
  await signIn(phone.page, "volunteer");
  await signIn(other.page, "lead");
  await phone.page.goto("/arrivals");
  group = await registerFamily(phone.page);
  await upToDate(phone.page);
});
afterAll(async () => {
  for (const one of [phone, other]) {
    expect(one?.complaints).toEqual([]);
    await one?.throwAway();
  }
  await server?.stop();
});

const stored = () => server.couch<Stored>(`site-medyka/group:${group}`);
const members = async (): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    'site-medyka/_all_docs?include_docs=true&startkey="person:"&endkey="person:~"',
  );
  return rows.map(({ doc }) => doc).filter(({ groupId }) => groupId === `group:${group}`);
};
const line = (name: string, of: Phone = phone) =>
  of.page.locator("main .p-facts > div", { has: of.page.locator("dt", { hasText: name }) });
const change = (name: string, of: Phone = phone) => line(name, of).locator("[data-test=change]");
const value = (name: string, of: Phone = phone) => line(name, of).locator("dd").first();
const sheet = (of: Phone = phone) => of.page.locator("dialog[open]");
const save = (of: Phone = phone) => sheet(of).locator("button[type=submit]");
const open = async (of: Phone = phone) => {
  await of.page.goto(`/arrivals/group/${group}`);
  await change("Телефон групи", of).waitFor();
};

test("Offline, the last digits of the phone are put right within six seconds", async () => {
  const { page, context } = phone;
  await open();
  await context.setOffline(true);
  const volunteer = keyModel(page);
  volunteer.think();
  await volunteer.tap(change("Телефон групи"));
  await page.locator("#line-phone:focus").waitFor();
  await volunteer.press("Backspace", 2);
  await volunteer.type("89");
  await volunteer.press("Enter");
  await expect.poll(() => value("Телефон групи").textContent()).toBe("+380671234589");
  expect(volunteer.seconds()).toBeLessThanOrEqual(6);
  await expect.poll(() => page.locator("[data-test=said]").textContent()).toContain("Телефон групи");
  await page.screenshot({ path: `${pictures}/group.png` });
});

test("Still offline: what is wrong is said at the box; what is taken back is as before", async () => {
  const { page } = phone;
  await change("Прізвище").click();
  await page.fill("#line-label", "…");
  await save().click();
  await expect.poll(() => sheet().locator(".p-field[data-error]").textContent()).toContain("літер");
  await page.fill("#line-label", "Лук'яненчук");
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/surname.png` });
  await save().click();
  await expect.poll(() => page.locator("main h1").textContent()).toContain("Лук’яненчук");
  await expect
    .poll(() => page.locator("main [data-test=person]").first().textContent())
    .toMatch(/Лук’яненчук[\s\S]*Lukianenchuk/);
  await page.locator("[data-test=undo]").click();
  await expect.poll(() => page.locator("main h1").textContent()).toContain("Лук’яненко");
  expect(await page.locator("main [data-test=person]").first().textContent()).toMatch(/Лук’яненко[\s\S]*Lukianenko/);
});

test("Each line can be filled and emptied; two phones change two lines unseen of each other, and both stand", async () => {
  const { page, context } = phone;
  await open(other);
  await other.context.setOffline(true);
  await change("Тварини", other).click();
  await sheet(other).locator("input[value=cat]").check();
  await save(other).click();
  await change("Залишаються", other).click();
  await sheet(other).locator("input[value=transit]").check();
  await other.page.selectOption("#line-country", "DEU");
  await other.page.fill("#line-city", "Берлін");
  await other.page.locator("#line-city").press("Enter");
  await expect.poll(() => value("Залишаються", other).textContent()).toBe("Їде далі · Німеччина · Берлін");
  await change("Тримати разом").click();
  await sheet().locator("input[value=no]").check();
  await save().click();
  await expect.poll(() => value("Тримати разом").textContent()).toBe("Можна окремо");
  await change("Пораховано").click();
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/counts.png` });
  await sheet().locator(".i-counts__cell").nth(9).locator("button").first().click();
  await save().click();
  await expect.poll(() => value("Пораховано").textContent()).not.toContain("60+");
  await Promise.all([context.setOffline(false), other.context.setOffline(false)]);
  await upToDate(page);
  await upToDate(other.page);
  await expect.poll(stored).toMatchObject({
    phone: { e164: "+380671234589" },
    pets: ["cat"],
    intent: "transit",
    destCity: "Берлін",
    keepTogether: false,
    counts: { "f|18_59": 2, "m|5_11": 1 },
  });
  expect(await stored()).not.toHaveProperty("rivals");
  await expect.poll(() => value("Тварини").textContent()).toBe("Кіт / кішка");
  await change("Тварини").click();
  await sheet().locator("input[value=cat]").uncheck();
  await save().click();
  await expect.poll(() => value("Тварини").textContent()).toBe("не записано");
  await upToDate(page);
  expect(await stored()).not.toHaveProperty("pets");
});

test("Without the notice a record is quick, with it complete, with names from a document verified", async () => {
  const { page } = phone;
  const group2 = await (async () => {
    await page.goto("/arrivals/new");
    await page.locator("#surname").fill("Безповідомченко");
    await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
    await page.locator('input[id$=".givenName"]').fill("Ніна");
    await page.locator('input[id$=".age"]').fill("44");
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/group\//);
    return page.evaluate(() => location.pathname.replace("/arrivals/group/", ""));
  })();
  group = group2;
  await upToDate(page);
  expect((await members()).map(({ recordState }) => recordState)).toEqual(["quick"]);
  await change("Поінформовано").click();
  await sheet().locator("input[value=leaflet]").check();
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/notice.png` });
  await save().click();
  await expect.poll(() => value("Поінформовано").textContent()).toContain("Листівка");
  await upToDate(page);
  expect((await members()).map(({ recordState }) => recordState)).toEqual(["complete"]);
  await page.locator("main [data-test=person] a").first().click();
  await page.getByRole("button", { name: "Звірити імена з документом" }).click();
  await page.locator("#document-familyNameLat:focus").waitFor();
  await sheet().locator("button[type=submit]").click();
  await page.locator("main .p-facts", { hasText: "Звірено з документом" }).waitFor();
  await upToDate(page);
  expect((await members()).map(({ recordState }) => recordState)).toEqual(["verified"]);
});
