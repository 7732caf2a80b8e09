import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { registerFamily } from "../register-family.ts";

type Stored = {
  readonly _id: string;
  readonly _rev: string;
  readonly givenName?: string;
  readonly groupId?: string;
  readonly [field: string]: unknown;
};

const pictures = "tests/.output/withdrawal";
let server: TestServer;
let phone: Phone;
let lead: Phone;
let group: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  [phone, lead] = [await openPhone({ baseURL: server.address }), await openPhone({ baseURL: server.address })];
  await signIn(phone.page, "volunteer");
  await signIn(lead.page, "lead");
  await phone.page.goto("/arrivals");
  group = await registerFamily(phone.page);
  await upToDate(phone.page);
});
afterAll(async () => {
  for (const one of [phone, lead]) {
    expect(one?.complaints).toEqual([]);
    await one?.throwAway();
  }
  await server?.stop();
});

const family = async (): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    'site-medyka/_all_docs?include_docs=true&startkey="person:"&endkey="person:~"',
  );
  return rows.map(({ doc }) => doc).filter(({ groupId }) => groupId === `group:${group}`);
};
const named = async (name: string) => (await family()).find(({ givenName }) => givenName === name);
const keyOf = async (name: string) => (await named(name))?._id.split(":")[1] ?? "";
const sheet = (of: Phone = phone) => of.page.locator("dialog[open]");
const withdraw = (of: Phone = phone) => of.page.locator("main").getByRole("button", { name: "Зняти з реєстрації" });
const confirm = (of: Phone = phone) => sheet(of).locator(".p-modal__actions button").first();
const choose = (reason: string) => sheet().locator(`input[value=${reason}]`).check();
const said = (of: Phone = phone) => of.page.locator("[data-test=said]");
const rowsOf = (hookName: string) => phone.page.locator(`main [data-test=${hookName}]`);
const open = async (name: string, of: Phone = phone) => {
  await of.page.goto(`/arrivals/person/${await keyOf(name)}`);
  await standingStill(of.page);
};

test("Offline, a man is withdrawn with a reason, taken back from the snackbar, and withdrawn again; the group says it quietly", async () => {
  const { page, context } = phone;
  await open("Петро");
  await context.setOffline(true);
  await withdraw().press("Enter");
  await confirm().press("Enter");
  await expect.poll(() => sheet().textContent()).toContain("Оберіть причину");
  await choose("mistake");
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/sheet.png` });
  await confirm().press("Enter");
  await expect.poll(() => said().textContent()).toContain("Знято з реєстрації");
  await page.locator("main .p-notice", { hasText: "Записано помилково" }).waitFor();
  await page.screenshot({ path: `${pictures}/gone.png` });
  await page.locator("[data-test=undo]").press("Enter");
  await withdraw().press("Enter");
  await choose("registered_twice");
  await confirm().press("Enter");
  await page.locator("main .p-notice", { hasText: "Зареєстровано двічі" }).waitFor();
  await page.goto(`/arrivals/group/${group}`);
  await rowsOf("withdrawn").waitFor();
  expect(await rowsOf("person").count()).toBe(3);
  expect(await rowsOf("withdrawn").textContent()).toMatch(/Петро[\s\S]*Зареєстровано двічі[\s\S]*volunteer/);
  await page.locator("main [data-test=withdrawn]").scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${pictures}/group.png` });
  await page.goto("/roster");
  await page.waitForSelector("main h1");
  expect(await page.locator("main").textContent()).not.toContain("Петро");
  await context.setOffline(false);
  await upToDate(page);
  expect(await named("Петро")).toMatchObject({ withdrawn: "registered_twice", recordState: "withdrawn" });
});

test("Found by name all the same, marked, and put back on the lists", async () => {
  const { page } = phone;
  await page.goto("/arrivals");
  await page.fill("#search", "Петро Лукяненко");
  const found = page.locator("[data-test=arrival]", { hasText: "Петро" });
  await expect.poll(() => found.first().textContent()).toContain("Знято з реєстрації");
  await open("Петро");
  await page.getByRole("button", { name: "Повернути до списків" }).press("Enter");
  await withdraw().waitFor();
  await upToDate(page);
  const back = await named("Петро");
  expect([back?.withdrawn, back?.withdrawnAt, back?.recordState]).toEqual([undefined, undefined, "complete"]);
});

test("Who is on the list of a trip: the sheet names it, and wants to know that the trip will be told", async () => {
  const { page } = phone;
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    "site-medyka/_all_docs?include_docs=true",
  );
  const docs = rows.map(({ doc }) => doc);
  // The demonstration's own buses have left late in the day.
  const { _rev: _, ...plan } = docs.find(({ kind, status }) => kind === "trip" && status === "boarding") as Stored;
  const departAt = new Date(Date.now() + 3 * 3_600_000).toISOString();
  const trip: Omit<Stored, "_rev"> = { ...plan, _id: `${plan._id.slice(0, -2)}zz`, departAt };
  await server.couch(`site-medyka/${trip._id}`, { method: "PUT", body: JSON.stringify(trip) });
  const line = docs.find(({ kind }) => kind === "line");
  const { _rev, seat: _seat, ...content } = line as Stored;
  const person = await named("Ганна");
  const booked = {
    ...content,
    _id: `${content._id.slice(0, -2)}zz`,
    tripId: trip._id,
    personId: person?._id,
    status: "booked",
  };
  await server.couch(`site-medyka/${booked._id}`, { method: "PUT", body: JSON.stringify(booked) });
  await open("Ганна");
  await withdraw().click();
  await expect.poll(() => sheet().textContent()).toContain(`рейсу ${trip.tripNo}`);
  await choose("mistake");
  await confirm().click();
  await expect.poll(() => sheet().textContent()).toContain("відповідальні за рейс знатимуть");
  await sheet().locator("input[value=told]").check();
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/trip.png` });
  await confirm().click();
  await page.locator("main .p-notice", { hasText: "Записано помилково" }).waitFor();
  await page.locator("[data-test=undo]").click();
  await withdraw().waitFor();
});

test("Who lies in a bed is not withdrawn: the sheet names the bed and checks out first", async () => {
  const { page } = phone;
  await page.goto(`/roster/bed-for/${await keyOf("Оксана")}`);
  await page.locator("[data-test=main-action] button").first().click();
  await page.waitForSelector(".p-notice[data-kind=success]");
  await open("Оксана");
  await withdraw().click();
  await expect.poll(() => sheet().textContent()).toMatch(/проживає тут: Ліжко .+Кімната/);
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/in-bed.png` });
  await confirm().click();
  await page.locator("#out-reason").waitFor();
  await sheet().getByRole("button", { name: "Закрити" }).click();
  await upToDate(page);
  expect((await named("Оксана"))?.withdrawn).toBeUndefined();
});

test("The only adult with a child: the sheet names the child, and is answered in words", async () => {
  const { page } = phone;
  await page.goto("/arrivals/new");
  await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
  await page.locator(".i-counts__cell").nth(3).locator("button").last().click();
  await page.fill("#surname", "Самітна");
  for (const [place, name, age] of [
    [0, "Дарія", "33"],
    [1, "Юрчик", "6"],
  ] as const) {
    await page.locator('input[id$=".givenName"]').nth(place).fill(name);
    await page.locator('input[id$=".age"]').nth(place).fill(age);
  }
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\//);
  await page.locator("main [data-test=person] a", { hasText: "Дарія" }).click();
  await withdraw().click();
  await expect.poll(() => sheet().textContent()).toContain("Без свого дорослого лишаються: Самітна Юрчик");
  await choose("left_early");
  await confirm().click();
  await expect.poll(() => sheet().textContent()).toContain("Напишіть це кількома словами");
  await page.fill("#withdraw-note", "Юрчик у бабусі, 0671234567");
  await confirm().click();
  await page.locator("main .p-notice", { hasText: "Юрчик у бабусі" }).waitFor();
});

test("A child: the sheet names it and wants to know where it is", async () => {
  const { page } = phone;
  const stored = await named("Марко");
  // A child nobody is with, without a bed.
  const alone = { ...stored, _id: stored?._id.slice(0, -3).concat("zzz"), givenName: "Тарасик", childCare: "nobody" };
  const { _rev, ...content } = { ...alone, needFlags: ["child_alone"], groupId: undefined };
  await server.couch(`site-medyka/${content._id}`, { method: "PUT", body: JSON.stringify(content) });
  await upToDate(page);
  const address = `/arrivals/person/${content._id?.split(":")[1]}`;
  await page.goto("/arrivals");
  await page.fill("#search", "Тарасик");
  await page.locator("[data-test=arrival]", { hasText: "Тарасик" }).locator("a").click();
  await withdraw().click();
  await expect.poll(() => sheet().textContent()).toContain("Тарасик");
  await choose("mistake");
  await confirm().click();
  await expect.poll(() => sheet().textContent()).toContain("Напишіть це кількома словами");
  await page.fill("#withdraw-note", "Забрала мати, сказано старшій");
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/child.png` });
  await confirm().click();
  await page.locator("main .p-notice", { hasText: "Дитину хочуть зняти" }).waitFor();
  await upToDate(page);
  await lead.page.goto("/conflicts");
  await lead.page.locator("main", { hasText: "Тарасик" }).waitFor();
  await lead.page.screenshot({ path: `${pictures}/lead.png` });
  await lead.page.locator("main a", { hasText: "Переглянути запис" }).click();
  await lead.page.waitForURL(`**${address}`);
  await lead.page.getByRole("button", { name: "Погодитися й зняти" }).click();
  await lead.page.locator("main .p-notice", { hasText: "Записано помилково" }).waitFor();
  await expect.poll(() => server.couch(`site-medyka/${content._id}`)).toMatchObject({ recordState: "withdrawn" });
});
