import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";
import { registerFamily } from "./register-family.ts";

describe.sequential("Two tabs of one phone", () => {
  let server: TestServer;
  let phone: Phone;

  beforeAll(async () => {
    server = await aServer();
    phone = await openPhone({ baseURL: server.address });
    await signIn(phone.page, "volunteer");
  });

  afterAll(async () => {
    await phone?.throwAway();
    await server?.stop();
  });

  test("The newer one takes over, the older one says so, and nothing is lost between them", async () => {
    await registerFamily(phone.page);
    const second = await phone.context.newPage();
    await second.goto("/arrivals");
    await expect.poll(() => phone.page.locator("main").textContent()).toContain("в іншій вкладці");
    await second.fill("#search", "Лукяненко");
    await expect.poll(() => second.locator(".p-row").count()).toBe(4);
    await phone.page.locator("button", { hasText: "Працювати тут" }).click();
    await phone.page.waitForSelector("[data-test=lock]");
    await expect.poll(() => second.locator("main").textContent()).toContain("в іншій вкладці");
    expect(phone.complaints).toEqual([]);
  });

  test("Signing out keeps what was not sent for the same account, and shows another account nothing of it", async () => {
    const { page, context } = phone;
    await page.bringToFront();
    await page.goto("/arrivals");
    await context.setOffline(true);
    await page.click('a[href="/arrivals/new"]');
    await page.waitForSelector("#surname");
    await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
    await page.fill("#surname", "Незабутня");
    await page.click("button[type=submit]");
    await page.waitForURL(/group/);
    await page.goto("/settings");
    await page.locator("main button", { hasText: "Вийти" }).first().click();
    await page.locator("dialog[open] button", { hasText: "Вийти" }).first().click();
    await page.waitForSelector("#passphrase");
    await context.setOffline(false);
    await signIn(page, "volunteer2");
    await page.fill("#search", "Незабутня");
    await page.waitForSelector("main:has-text('Нікого не знайдено на цьому телефоні')");
    expect(await page.locator("main").textContent()).not.toContain("Незабутня");
    await page.goto("/settings");
    await page.locator("main button", { hasText: "Вийти" }).first().click();
    await page.locator("dialog[open] button", { hasText: "Вийти" }).first().click();
    await page.waitForSelector("#passphrase");
    await signIn(page, "volunteer");
    await expect
      .poll(async () => JSON.stringify(await server.couch("site-medyka/_all_docs?include_docs=true")))
      .toContain("Незабутня");
  });
});
