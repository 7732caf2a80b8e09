import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoAccounts } from "../../server/demo/demo-accounts.ts";
import { sharedBrowser } from "../support/browser/chromium.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

let server: TestServer;
let context: BrowserContext;
let page: Page;
let letChangesGo: () => void;

beforeAll(async () => {
  server = await aServer();
  const browser = await sharedBrowser();
  // Without a service worker, which has every language.
  const options = { baseURL: server.address, locale: "uk-UA", viewport: { width: 360, height: 740 } };
  context = await browser.newContext({ ...options, serviceWorkers: "block" });
  page = await context.newPage();
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
});

/** Answers to such requests wait until they are let go; the first ones may pass. */
const hold = async (requests: RegExp, passing = 0): Promise<() => void> => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let passed = 0;
  await context.route(requests, async (route) => {
    passed += 1;
    if (passed > passing) await held;
    await route.continue().catch(() => {}); // the page may have given up
  });
  return () => letGo();
};

const main = () => page.locator("main").innerText();

test("A language chosen just before signing in is shown once all its words are there, never their names", async () => {
  const letWordsGo = await hold(/\/assets\/pl-lock-/);
  await page.goto("/");
  await page.click("#language-pl");
  const account = demoAccounts.find(({ name }) => name === "lead");
  await page.fill("#name", account?.name ?? "");
  await page.fill("#passphrase", account?.passphrase ?? "");
  letChangesGo = await hold(/\/db\/site-[^/]+\/_changes/, 1);
  await page.click("button[type=submit]");
  await page.waitForSelector("#search");
  letWordsGo();
  await expect.poll(() => page.getAttribute("html", "lang")).toBe("pl");
  expect(await page.locator("body").innerText()).not.toMatch(/\b(shell|intake|roster|ui|app)\.[a-z]/);
});

test("Who is not found while records still come may be among them, and that is said; no row moves when they are here", async () => {
  await page.fill("#search", "Нікогонема");
  await expect.poll(main).toContain("Zapisy jeszcze napływają");
  const place = () => page.locator(".p-empty").boundingBox();
  const before = await place();
  await page.screenshot({ path: "tests/.output/still-coming.png" });
  letChangesGo();
  await upToDate(page);
  await expect.poll(main).not.toContain("Zapisy jeszcze napływają");
  expect(await place()).toEqual(before);
});
