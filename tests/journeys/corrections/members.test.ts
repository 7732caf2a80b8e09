import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { keyModel } from "../../support/browser/steps/key-model.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { registerFamily } from "../register-family.ts";

type Stored = {
  readonly _id: string;
  readonly kind: string;
  readonly givenName?: string;
  readonly groupId?: string;
  readonly [field: string]: unknown;
};

const pictures = "tests/.output/members";
let server: TestServer;
let phone: Phone;
/** The family, and one who came apart from it. */
let group: string;
let other: string;

const registerOne = async (surname: string, givenName: string, age: string): Promise<string> => {
  const { page } = phone;
  await page.goto("/arrivals/new");
  await page.locator(".i-counts__cell").nth(7).locator("button").last().click();
  await page.fill("#surname", surname);
  await page.locator('input[id$=".givenName"]').fill(givenName);
  await page.locator('input[id$=".age"]').fill(age);
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  return page.evaluate(() => location.pathname.replace("/arrivals/group/", ""));
};

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "volunteer");
  other = await registerOne("Пізненко", "Іван", "41");
  await phone.page.goto("/arrivals");
  group = await registerFamily(phone.page);
  await upToDate(phone.page);
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const documents = async (): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    "site-medyka/_all_docs?include_docs=true",
  );
  return rows.map(({ doc }) => doc);
};
const membersOf = async (key: string): Promise<readonly string[]> =>
  (await documents())
    .filter(({ kind, groupId, voided }) => kind === "person" && groupId === `group:${key}` && voided === undefined)
    .map(({ givenName = "" }) => givenName)
    .sort();
const keyOf = async (name: string) =>
  (await documents()).find(({ givenName, groupId }) => givenName === name && groupId !== undefined)?._id.split(":")[1];
const groupDocument = (key: string) => server.couch<Stored>(`site-medyka/group:${key}`);
const people = () => phone.page.locator("main [data-test=person]");
const act = (name: string) => phone.page.locator("main").getByRole("button", { name });
const sheet = () => phone.page.locator("dialog[open]");
const said = () => phone.page.locator("[data-test=said]");
const choice = (name: string) => sheet().locator("[data-test=group-choice] button", { hasText: name });
const openGroup = async (key: string) => {
  await phone.page.goto(`/arrivals/group/${key}`);
  await phone.page.locator("main [data-test=change]").first().waitFor();
};

test("Offline, a father who comes late is in his group within twelve seconds, counted, and taken back", async () => {
  const { page, context } = phone;
  await openGroup(group);
  await context.setOffline(true);
  const volunteer = keyModel(page);
  volunteer.think();
  await volunteer.tap(act("Додати людину"));
  await page.locator("#add-givenName:focus").waitFor();
  await volunteer.type("Тарас");
  await volunteer.press("Enter");
  await page.locator("#add-age:focus").waitFor();
  await volunteer.type("36");
  await volunteer.choose(sheet().locator("input[value=m]"));
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/add.png` });
  await volunteer.tap(sheet().locator("button[type=submit]"));
  await expect.poll(() => people().count()).toBe(5);
  expect(volunteer.seconds()).toBeLessThanOrEqual(12);
  expect(await people().last().textContent()).toMatch(/Лук’яненко Тарас[\s\S]*чоловік, 36 років/);
  await page.locator("[data-test=undo]").press("Enter");
  await expect.poll(() => people().count()).toBe(4);
  await act("Додати людину").press("Enter");
  await page.fill("#add-age", "колись");
  await sheet().locator("button[type=submit]").click();
  await page.locator("#add-age[aria-invalid=true]").waitFor();
  await page.fill("#add-givenName", "Тарас");
  await page.fill("#add-age", "36");
  await sheet().locator("input[value=m]").check();
  await page.locator("#add-age").press("Enter");
  await expect.poll(() => people().count()).toBe(5);
  await expect.poll(() => page.locator("[data-test=counts-differ] .p-notice").count()).toBe(0);
  await context.setOffline(false);
  await upToDate(page);
  expect((await groupDocument(group)).counts).toEqual({ "f|18_59": 2, "m|18_59": 1, "m|5_11": 1, "m|60_plus": 1 });
});

test("A grandfather is moved to another group, which is searched for by name; both are counted anew", async () => {
  const { page } = phone;
  await page.goto(`/arrivals/person/${await keyOf("Петро")}`);
  await act("Перевести до іншої групи").click();
  await sheet().locator("button[type=submit]").click();
  await expect.poll(() => sheet().textContent()).toContain("Оберіть групу");
  await page.fill("#group-search", "Пізненко");
  await choice("Пізненко").click();
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/move.png` });
  await sheet().locator("button[type=submit]").click();
  await expect.poll(() => said().textContent()).toContain("Пізненко");
  await upToDate(page);
  expect(await membersOf(other)).toEqual(["Іван", "Петро"]);
  expect((await groupDocument(other)).counts).toEqual({ "m|18_59": 1, "m|60_plus": 1 });
  expect((await groupDocument(group)).counts).toEqual({ "f|18_59": 2, "m|18_59": 1, "m|5_11": 1 });
});

test("Not with us: a child is named before it is alone; then it has a group of its own, and it is taken back", async () => {
  const { page } = phone;
  await page.goto(`/arrivals/person/${await keyOf("Марко")}`);
  await act("Не з цією групою").click();
  await expect.poll(() => sheet().locator(".p-notice[data-kind=danger]").textContent()).toContain("Марко");
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/own.png` });
  await sheet().locator(".p-modal__actions button").first().click();
  await expect.poll(() => said().textContent()).toContain("Тепер окремо");
  await page.locator("[data-test=undo]").click();
  await expect.poll(() => said().textContent()).toContain("Скасовано");
  await expect.poll(() => membersOf(group)).toEqual(["Ганна", "Марко", "Оксана", "Тарас"]);
});

test("Two groups are linked, and then joined: all are in one, the other says where they went", async () => {
  const { page } = phone;
  await openGroup(other);
  await act("Пов’язати з іншою групою").click();
  await page.fill("#group-search", "Оксана Лук");
  await choice("Лук’яненко").click();
  await sheet().locator("button[type=submit]").click();
  await page.locator("[data-test=linked-group]", { hasText: "Лук’яненко" }).waitFor();
  await act("Об’єднати з іншою групою").click();
  await page.fill("#group-search", "Оксана Лук");
  await choice("Лук’яненко").click();
  await sheet().locator("button[type=submit]").click();
  await page.waitForURL(`**/arrivals/group/${group}`);
  await expect.poll(() => people().count()).toBe(6);
  await page.locator("[data-test=linked-group]", { hasText: "Пізненко" }).waitFor();
  await page.screenshot({ path: `${pictures}/joined.png`, fullPage: true });
  await upToDate(page);
  expect(await membersOf(group)).toEqual(["Іван", "Ганна", "Марко", "Оксана", "Петро", "Тарас"].sort());
  expect(await groupDocument(other)).toMatchObject({ voided: "duplicate" });
  expect((await groupDocument(group)).counts).toEqual({
    "f|18_59": 2,
    "m|18_59": 2,
    "m|5_11": 1,
    "m|60_plus": 1,
  });
  await page.goto("/arrivals");
  await page.locator("[data-test=arrival]").first().waitFor();
  expect(await page.locator("main").textContent()).not.toContain("Пізненко");
  await page.goto(`/arrivals/group/${other}`);
  await page.locator("main", { hasText: "об’єднано з іншою" }).waitFor();
});
