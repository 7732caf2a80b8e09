import { mkdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";

/** What IndexedDB does from now on in this page: as Safari after a while in the background, or a phone that chokes. */
type Trouble = { readonly fails?: "UnknownError" | "InvalidStateError"; times?: number; hangs?: "next" | "one" };

/** Runs in the page before the app: every writing transaction of the store meets the trouble of that moment. */
const breakStorage = () => {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const trouble = (globalThis as { trouble?: Trouble }).trouble ?? {};
    if (mode !== "readwrite" || !this.name.startsWith("rxdb")) return transaction.call(this, names, mode, options);
    if (trouble.hangs === "next") {
      trouble.hangs = "one";
      const holding = transaction.call(this, names, "readwrite").objectStore("docs");
      const hold = () => {
        if ((globalThis as { trouble?: Trouble }).trouble?.hangs) holding.count().onsuccess = hold;
      };
      hold();
    }
    if (trouble.fails === undefined || trouble.times === 0) return transaction.call(this, names, mode, options);
    if (trouble.times !== undefined) trouble.times -= 1;
    throw new DOMException("Connection to Indexed Database server lost. Refresh the page to try again", trouble.fails);
  };
};

/** Runs in the page before the app: one database never opens, as WebKit's where a page was left in the middle of a write. */
const neverOpens = (silent: string) => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, ...version) {
    return name === silent ? (new EventTarget() as IDBOpenDBRequest) : open.call(this, name, ...version);
  };
};

test.each(["prystan-device", "prystan-keyring"])(
  "%s never opens: the app says that it is opening, then what to do",
  async (database) => {
    const shift = await aShift();
    const { page } = await shift.emptyPhone();
    await page.clock.install();
    await page.addInitScript(neverOpens, database);
    await page.goto("/");
    const shown = () => page.locator("[role=status]").textContent();
    await expect.poll(shown).toBe("Відкриваю…");
    await page.clock.runFor(10_000);
    await expect.poll(shown).toContain("закрийте застосунок повністю");
    await shift.end();
  },
);

describe.sequential("IndexedDB fails or hangs under the open app (F17)", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    mkdirSync("tests/.output/faults", { recursive: true });
    shift = await aShift();
    phone = await shift.phone("volunteer");
    await phone.page.addInitScript(breakStorage);
  });
  afterAll(() => shift.end());
  afterEach(() => trouble({}));

  const trouble = (wanted: Trouble) =>
    phone.page.evaluate((next) => void Object.assign(globalThis, { trouble: next }), { ...wanted });
  const fill = async (surname: string) => {
    const { page } = phone;
    await page.goto("/arrivals");
    await page.click('a[href="/arrivals/new"]');
    await page.waitForSelector("#surname");
    await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
    await page.locator('input[id$=".givenName"]').fill("Оля");
    await page.fill("#surname", surname);
  };
  const groups = async (surname: string) =>
    (await shift.stored()).filter(({ kind, label }) => kind === "group" && label === surname);

  test.each(["UnknownError", "InvalidStateError"] as const)(
    "One transaction fails with %s: it is tried again, nobody notices, it arrives",
    async (fails) => {
      await phone.page.goto("/arrivals");
      await upToDate(phone.page);
      await trouble({ fails, times: 1 });
      const saved = await registerQuickly(phone.page, { surname: `Раз ${fails}`, groups: 1, heads: 2 });
      await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    },
  );

  test("It keeps failing: the form says that it is not saved and keeps everything; once it works again it is saved", async () => {
    const { page } = phone;
    await fill("Незбережений");
    await trouble({ fails: "UnknownError" });
    await page.click("button[type=submit]");
    await expect.poll(() => page.locator("main").textContent()).toContain("Ще не збережено");
    await page.screenshot({ path: "tests/.output/faults/not-saved.png" });
    expect(await page.inputValue("#surname")).toBe("Незбережений");
    expect(await groups("Незбережений")).toEqual([]);
    await trouble({});
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/group\//);
    await expect.poll(async () => (await groups("Незбережений")).length).toBe(1);
  });

  test("It hangs: nothing is called saved meanwhile, it says *not saved yet*, and then it is saved", async () => {
    const { page } = phone;
    await fill("Повільний");
    await trouble({ hangs: "next" });
    await page.click("button[type=submit]");
    await expect.poll(() => page.locator(".p-snackbar-place").first().textContent()).toContain("Ще не збережено");
    await page.screenshot({ path: "tests/.output/faults/saving.png" });
    expect(page.url()).toContain("/register/");
    expect(await groups("Повільний")).toEqual([]);
    await trouble({});
    await page.waitForURL(/\/arrivals\/group\//);
    await expect.poll(() => page.locator(".p-snackbar-place").first().textContent()).not.toContain("Ще не збережено");
    await expect.poll(async () => (await groups("Повільний")).length).toBe(1);
  });

  test("Nothing complained", () => {
    expect(phone.complaints).toEqual([]);
  });
});
