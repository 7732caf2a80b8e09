import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { registerFamily } from "../register-family.ts";

type Stored = {
  readonly _id: string;
  readonly givenName?: string;
  readonly groupId?: string;
  readonly needFlags?: readonly string[];
  readonly [field: string]: unknown;
};

const pictures = "tests/.output/reconcile";
let server: TestServer;
let phone: Phone;
let group: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "volunteer");
  await phone.page.goto("/arrivals");
  group = await registerFamily(phone.page);
  await upToDate(phone.page);
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const named = async (name: string): Promise<Stored> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    'site-medyka/_all_docs?include_docs=true&startkey="person:"&endkey="person:~"',
  );
  const found = rows.map(({ doc }) => doc).find((doc) => doc.givenName === name && doc.groupId === `group:${group}`);
  if (!found) throw new Error(`${name} is not on the server`);
  return found;
};
const keyOf = async (name: string) => (await named(name))._id.split(":")[1];
const differ = () => phone.page.locator("[data-test=counts-differ] .p-notice");
const counts = async () => (await server.couch<Stored>(`site-medyka/group:${group}`)).counts;
const correctBirth = async (birth: string) => {
  const { page } = phone;
  await page.fill("#birth", birth);
  await page.click("button[type=submit]");
  await page.waitForURL(/\/person\/[^/]+$/);
};

test("Offline, a woman is corrected to a girl of five: the group says what was counted and what is recorded, and counts anew", async () => {
  const { page, context } = phone;
  const key = await keyOf("Ганна");
  await page.goto(`/arrivals/person/${key}/edit#birth`);
  await page.waitForSelector("#birth");
  await context.setOffline(true);
  await correctBirth("5");
  await page.goto(`/arrivals/group/${group}`);
  await expect
    .poll(() => differ().textContent())
    .toMatch(/Пораховано: 1 × Жіноча, 18–59[\s\S]*Ганна \(дівчинка, 5 років\)/);
  await differ().scrollIntoViewIfNeeded();
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/differ.png` });
  await differ().getByRole("button").press("Enter");
  await differ().waitFor({ state: "detached" });
  await page.locator("[data-test=undo]").press("Enter");
  await differ().waitFor();
  await differ().getByRole("button").press("Enter");
  await differ().waitFor({ state: "detached" });
  await context.setOffline(false);
  await upToDate(page);
  expect(await counts()).toEqual({ "f|18_59": 1, "f|5_11": 1, "m|5_11": 1, "m|60_plus": 1 });
});

test("Or the person is corrected: one tap to the age", async () => {
  const { page } = phone;
  await page.goto(`/arrivals/person/${await keyOf("Марко")}/edit#birth`);
  await page.waitForSelector("#birth");
  await correctBirth("37");
  await page.goto(`/arrivals/group/${group}`);
  await differ().locator("a", { hasText: "Виправити вік" }).click();
  await page.locator("#birth:focus").waitFor();
  await correctBirth("7");
  await page.goto(`/arrivals/group/${group}`);
  await page.locator("main [data-test=change]").first().waitFor();
  expect(await differ().count()).toBe(0);
});

test("Needs follow a corrected date of birth, back again too; what was ticked by hand stays", async () => {
  const { page } = phone;
  await page.goto("/arrivals/new");
  const more = page.locator(".i-counts__cell").nth(6).locator("button").last();
  await more.click();
  await more.click();
  await page.fill("#surname", "Виправко");
  for (const [place, name, age] of [
    [0, "Рута", "30"],
    [1, "Зоя", "40"],
  ] as const) {
    await page.locator('input[id$=".givenName"]').nth(place).fill(name);
    await page.locator('input[id$=".age"]').nth(place).fill(age);
  }
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  group = await page.evaluate(() => location.pathname.replace("/arrivals/group/", ""));
  await upToDate(page);
  await page.goto(`/arrivals/person/${await keyOf("Рута")}/edit`);
  await page.locator("input[name=needFlags][value=interpreter]").check();
  await correctBirth("05.2026");
  await upToDate(page);
  expect((await named("Рута")).needFlags).toEqual(expect.arrayContaining(["infant", "interpreter"]));
  expect((await named("Зоя")).needFlags).toEqual(["single_carer"]);
  await page.goto(`/arrivals/person/${await keyOf("Рута")}/edit`);
  await page.waitForSelector("#birth");
  await correctBirth("30");
  await upToDate(page);
  expect((await named("Рута")).needFlags).toEqual(["interpreter"]);
  expect((await named("Зоя")).needFlags ?? []).toEqual([]);
});
