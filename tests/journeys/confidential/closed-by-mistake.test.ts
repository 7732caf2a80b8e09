import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";

let server: TestServer;
let phone: Phone;
let reader: Phone;

beforeAll(async () => {
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "volunteer");
  await phone.page.goto("/arrivals");
  await phone.page.locator("main a[href^='/arrivals/group/']").first().click();
  await phone.page.locator("main a[href^='/arrivals/person/']").first().click();
  await phone.page.waitForURL(/\/arrivals\/person\//);
});
afterAll(async () => {
  expect([phone?.complaints, reader?.complaints]).toEqual([[], []]);
  await Promise.all([phone?.throwAway(), reader?.throwAway()]);
  await server?.stop();
});

const open = () => phone.page.getByRole("button", { name: "Додати конфіденційний запис" }).click();
const save = () => phone.page.locator("dialog").getByRole("button", { name: "Запечатати" }).click();
const number = () => phone.page.locator("#note-number");
const text = () => phone.page.locator("#note-text");

test("A note that is closed by mistake is still there, and what is missing is said only until something is typed", async () => {
  const { page } = phone;
  await open();
  await page.locator("dialog input[value=contact]").check();
  await save();
  await page.locator("dialog", { hasText: "Це потрібно заповнити" }).waitFor();
  await number().fill("+380 50 000 12 34");
  expect(await page.locator("dialog[open]").innerText()).not.toContain("Це потрібно заповнити");
  await page.keyboard.press("Escape");
  await number().waitFor({ state: "detached" });
  await open();
  expect(await number().inputValue()).toBe("+380 50 000 12 34");
});

test("What is saved is gone from the sheet, and its readers have it; where others have nothing, nothing is said of that", async () => {
  const { page } = phone;
  await page.locator("dialog input[value=health]").check();
  await text().fill("бере ліки двічі на день");
  await save();
  await page.getByText("Записано").waitFor();
  expect(await page.locator("main").innerText()).not.toContain("двічі на день");
  await open();
  await page.locator("dialog input[value=health]").check();
  expect(await text().inputValue()).toBe("");
  await page.keyboard.press("Escape");
  await upToDate(page);
  reader = await openPhone({ baseURL: server.address });
  await signIn(reader.page, "protection");
  await reader.page.goto("/confidential");
  await reader.page.getByText("бере ліки двічі на день").waitFor();
  await reader.context.setOffline(true);
  await reader.page.reload();
  await reader.page.getByText("бере ліки двічі на день").waitFor();
  expect(await reader.page.getByText("Записів немає").count()).toBe(0);
});
