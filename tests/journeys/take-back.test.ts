import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";
import { registerFamily } from "./register-family.ts";

const pictures = "tests/.output/take-back";
let server: TestServer;
let phone: Phone;
let address: string;

type Stored = { readonly _id: string; readonly kind: string; readonly givenName?: string; readonly voided?: string };

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "lead");
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
});

const main = () => phone.page.locator("main");
const snackbar = () => phone.page.locator(".p-snackbar");
const presences = async (): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    'site-medyka/_all_docs?include_docs=true&startkey="presence:"&endkey="presence:~"',
  );
  return rows.map(({ doc }) => doc);
};

test("Offline, a family gets beds; taken back from the page that says so, they wait again", async () => {
  const { page, context } = phone;
  await page.goto("/arrivals");
  await registerFamily(page);
  await page.goto("/roster");
  const family = page
    .locator("[data-test=waiting]", { hasText: "Ганна" })
    .or(page.locator("[data-test=waiting]").first());
  const href = (await family.first().locator("a").getAttribute("href")) ?? "";
  address = href.replace("bed-for", "person");
  await context.setOffline(true);
  const before = await page.locator("[data-test=waiting]").allTextContents();
  await family.first().locator("a").click();
  await page.locator("[data-test=main-action] button").first().click();
  await page.waitForSelector(".p-notice[data-kind=success]");
  await expect.poll(() => snackbar().textContent()).toContain("Ліжко надано");
  await page.screenshot({ path: `${pictures}/bed-given.png` });
  await snackbar().locator("[data-test=undo]").click();
  await expect.poll(() => snackbar().textContent()).toContain("Скасовано");
  await page.goto("/roster");
  await expect.poll(() => page.locator("[data-test=waiting]").allTextContents()).toEqual(before);
});

test("By keyboard: leave is noted and taken back; what stands in the history is one taken-back leave", async () => {
  const { page, context } = phone;
  await page.goto(address.replace("person", "bed-for"));
  await page.locator("[data-test=main-action] button").first().click();
  await page.waitForSelector(".p-notice[data-kind=success]");
  await page.goto(address);
  await page.getByRole("button", { name: "До лікарні", exact: true }).press("Enter");
  const care = page.locator("#children-care");
  await care.or(snackbar()).first().waitFor();
  if (await care.isVisible()) {
    await care.fill("Тітка Ольга");
    await page.locator("dialog[open] .p-modal__actions button").first().press("Enter");
  }
  await expect.poll(() => snackbar().textContent()).toContain("лікарн");
  await page.screenshot({ path: `${pictures}/hospital.png` });
  await snackbar().locator("[data-test=undo]").press("Enter");
  await page.getByRole("button", { name: "До лікарні", exact: true }).waitFor();
  await context.setOffline(false);
  await expect
    .poll(async () =>
      (await presences()).filter(({ _id }) => _id.endsWith(".hospital_start")).map(({ voided }) => voided),
    )
    .toEqual(["mistake"]);
});

test("Among the recent acts each can be taken back, once", async () => {
  const { page } = phone;
  await page.goto(address);
  await page.getByRole("button", { name: "До лікарні", exact: true }).click();
  const care = page.locator("#children-care");
  await care.or(snackbar()).first().waitFor();
  if (await care.isVisible()) {
    await care.fill("Тітка Ольга");
    await page.locator("dialog[open] .p-modal__actions button").first().click();
  }
  await snackbar().waitFor();
  await page.locator('.p-bar a[href="/settings"]').click();
  await page.getByRole("link", { name: "Останні дії: скасувати одну" }).click();
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/recent-acts.png` });
  const rows = main().locator(".p-row button");
  expect(await rows.count()).toBeGreaterThanOrEqual(1);
  const open = await rows.count();
  await rows.first().click();
  await expect.poll(() => main().locator(".p-notice[data-kind=success]").textContent()).toContain("Скасовано");
  await expect.poll(() => rows.count()).toBe(open - 1);
  await page.screenshot({ path: `${pictures}/taken-back.png` });
  expect(phone.complaints).toEqual([]);
});
