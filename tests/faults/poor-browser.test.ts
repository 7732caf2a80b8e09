import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

describe.sequential("A browser that cannot keep what is typed (F24)", () => {
  let server: TestServer;
  let phone: Phone;

  beforeAll(async () => {
    mkdirSync("tests/.output/faults", { recursive: true });
    server = await aServer();
    phone = await openPhone({ baseURL: server.address });
  });
  afterAll(async () => {
    await phone?.throwAway();
    await server?.stop();
  });

  test.each(["indexedDB", "serviceWorker", "WebAssembly", "locks"] as const)(
    "Without %s: a clear refusal before anything can be typed, nothing breaks, nothing is stored",
    async (missing) => {
      const page = await phone.context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", ({ message }) => complaints.push(message));
      await page.addInitScript((name) => {
        const gone = { configurable: true, get: () => undefined };
        const holder = name === "serviceWorker" || name === "locks" ? Navigator.prototype : window;
        Object.defineProperty(holder, name, gone);
      }, missing);
      await page.goto("/");
      await expect.poll(() => page.locator("main").textContent()).toContain("не може зберігати записи");
      expect(await page.locator("#passphrase").count()).toBe(0);
      expect(complaints).toEqual([]);
      if (missing === "indexedDB") await page.screenshot({ path: "tests/.output/faults/cannot-run.png" });
      else expect((await page.evaluate(() => indexedDB.databases())).length).toBe(0);
      await page.close();
    },
  );

  test("With all of them the app opens", async () => {
    await phone.page.goto("/");
    await phone.page.waitForSelector("#passphrase");
    expect(phone.complaints).toEqual([]);
  });
});
