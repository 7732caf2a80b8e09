import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Document } from "../../../src/domain/model/document.ts";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aDocument } from "../../support/data/a-document.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";

const pictures = "tests/.output/duplicates";
const site = "site-medyka";
const keyOf = (last: string) => `01KAR0000000000000000000${last}`;
let server: TestServer;
let phone: Phone;

const birth = { precision: "day", date: "1990-05-12" };
const woman = { sex: "f", birth, givenName: "Соломія", familyName: "Гук-Заболотна" };
const child = { sex: "f", birth: { precision: "day", date: "2018-01-09" }, givenName: "Мирослава", familyName: "Тур" };
const since = { noParentSince: "2026-11-24T08:00:00.000Z" };
const group = (key: string) =>
  aDocument("group", keyOf(key), { site: "medyka", arrivedAt: since.noParentSince, keepTogether: true });
const person = (key: string, content: object) =>
  aDocument("person", keyOf(key), { site: "medyka", groupId: `group:${keyOf(key)}`, ...content });

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  const people = [
    person("1A", woman),
    person("2A", { ...woman, familyName: "Huk-Zabolotna", givenName: "Solomija", originSettlement: "Харків" }),
    person("3A", { ...child, ...since }),
    person("4A", child),
  ];
  const docs = [...["1A", "2A", "3A", "4A"].map(group), ...people] as unknown as readonly Document[];
  for (const doc of docs)
    expect(
      await server.couch<object>(`${site}/${doc._id}`, { method: "PUT", body: JSON.stringify(doc) }),
    ).toHaveProperty("ok", true);
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "lead");
  await upToDate(phone.page);
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const stored = (key: string) => server.couch<Readonly<Record<string, unknown>>>(`${site}/person:${keyOf(key)}`);
const pair = (name: string) => phone.page.locator("[data-test=alike-pair]", { hasText: name });
const sheet = () => phone.page.locator("dialog[open]");
const picture = async (name: string) => {
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    await phone.page.setViewportSize({ width, height });
    await standingStill(phone.page);
    await phone.page.screenshot({ path: `${pictures}/${name}-${width}.png` });
  }
};

test("From what waits for a decision a lead comes to two records of one woman, offline joins them, and takes them apart on her page", async () => {
  const { page, context } = phone;
  await page.goto("/settings");
  await page.locator('main a[href="/arrivals/duplicates"]').click();
  await pair("Соломія").waitFor();
  const said = await pair("Соломія").innerText();
  for (const word of ["Імовірно, одна людина", "та сама дата народження", "Харків"]) expect(said).toContain(word);
  expect(await axeFindings(page)).toEqual([]);
  await pair("Соломія").scrollIntoViewIfNeeded();
  await picture("list");
  await context.setOffline(true);
  await pair("Соломія").getByRole("button", { name: "Спершу з’ясувати" }).click();
  await sheet().locator("textarea").fill("Спитати про паспорт");
  await sheet().getByRole("button", { name: "Лишити у списку" }).click();
  await pair("Соломія").locator(".p-notice", { hasText: "Спитати про паспорт" }).waitFor();
  await pair("Соломія").getByRole("button", { name: "Та сама людина" }).click();
  await sheet().locator("input[type=radio]").last().check({ force: true });
  await picture("sheet");
  await sheet().getByRole("button", { name: "Об’єднати записи" }).click();
  await pair("Соломія").waitFor({ state: "detached" });
  await page.locator("[data-test=undo]").click();
  await pair("Соломія").getByRole("button", { name: "Та сама людина" }).click();
  await sheet().locator("input[type=radio]").first().check({ force: true });
  await sheet().getByRole("button", { name: "Об’єднати записи" }).click();
  await pair("Соломія").waitFor({ state: "detached" });
  await context.setOffline(false);
  await expect.poll(async () => (await stored("1A")).mergedInto ?? (await stored("2A")).mergedInto).toBeDefined();
  const [loser, survivor] = (await stored("1A")).mergedInto ? (["1A", "2A"] as const) : (["2A", "1A"] as const);
  await page.goto(`/arrivals/person/${keyOf(survivor)}`);
  const also = page.locator("main .p-notice", { hasText: "Також записано як" });
  await also.waitFor();
  await picture("person");
  await also.locator(`a[href="/arrivals/person/${keyOf(loser)}"]`).click();
  await page.getByRole("button", { name: "Це все-таки різні люди" }).click();
  await expect.poll(async () => (await stored(loser)).notSame).toEqual([`person:${keyOf(survivor)}`]);
  expect((await stored(loser)).mergedInto).toBeUndefined();
  expect((await stored(survivor)).mergedFrom).toBeUndefined();
});

test("Of a child alone only the record that says so can stay; two who are told apart are not named again", async () => {
  const { page } = phone;
  await page.goto("/arrivals/duplicates");
  await pair("Мирослава").getByRole("button", { name: "Та сама людина" }).click();
  await sheet().locator(".p-notice", { hasText: "дитина без батьків" }).waitFor();
  expect(await sheet().locator("input[type=radio]").count()).toBe(1);
  await picture("child");
  await sheet().getByRole("button", { name: "Закрити" }).first().click();
  await pair("Мирослава").getByRole("button", { name: "Це різні люди" }).click();
  await pair("Мирослава").waitFor({ state: "detached" });
  await expect.poll(async () => (await stored("4A")).notSame).toEqual([`person:${keyOf("3A")}`]);
  expect(await pair("Соломія").count()).toBe(0);
});
