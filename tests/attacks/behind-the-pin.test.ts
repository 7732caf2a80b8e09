import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axTree } from "../support/browser/ax-tree.ts";
import { captureKeys } from "../support/browser/capture-keys.ts";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { choosePin, openByPin, pauseUntilSoftLocked, thePin, typePin } from "../support/browser/steps/soft-lock.ts";
import { isLocked, ownersPassphrase, unlock } from "../support/browser/steps/unlock.ts";
import { tracesBesideThePage } from "../support/browser/traces.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { filesWith } from "../support/storage/find-bytes.ts";

/** Letters that stand nowhere else; everybody on these screens bears them. */
const marker = "Жщукваць";
const minute = 60_000;
const hour = 60 * minute;
const wrongPin = "482916";

describe.sequential("A phone that is taken while it waits for a PIN (A1, A2, A3), 360 × 740", () => {
  let shift: Shift;
  let phone: DiskPhone;
  let page: Page;
  let keys: readonly Uint8Array[];
  let person = "";

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.emptyDiskPhone();
    page = phone.page;
    keys = await captureKeys(page);
    await page.clock.install();
    await signIn(page, "volunteer");
    await registerQuickly(page, { surname: `${marker}ко`, groups: 1, heads: 2 });
    person = (await page.locator(".p-row__target[href^='/arrivals/person/']").first().getAttribute("href")) ?? "";
    await choosePin(page);
  });
  afterAll(() => shift.end());

  const go = async (address: string) => {
    await page.evaluate((to) => history.pushState(null, "", to), address);
    await page.waitForSelector("main h1");
    await standingStill(page);
  };
  const locked = () => expect.poll(() => isLocked(page)).toBe(true);
  const said = () => page.locator("main").textContent();
  /** Neither in the document, nor beside it, nor for a screen reader, nor on paper. */
  const nothingIsLeft = async () => {
    expect(await page.content()).not.toContain(marker);
    expect(await tracesBesideThePage(page)).not.toContain(marker);
    expect(await axTree(page)).not.toContain(marker);
    expect(await page.title()).toBe("Введіть PIN-код – Пристань");
  };
  const found = () => filesWith(phone.profile, [marker, ownersPassphrase(page), ...keys]);
  /** Where the app could have written it; elsewhere a browser keeps times, which are full of digits. */
  const filesWithThePin = () =>
    filesWith(phone.profile, [thePin]).filter((file) =>
      /IndexedDB|Local Storage|Session Storage|Sessions|Login Data|Web Data|Cookies|Cache/.test(file),
    );

  test.each(["a list", "a person", "a form"])(
    "On %s: no word of anybody is left, whatever is pressed",
    async (where) => {
      await go({ "a list": "/arrivals", "a person": person }[where] ?? `${person}/edit`);
      if (where === "a form") await page.fill("#patronymic", `${marker}івна`);
      expect(await axTree(page)).toContain(marker);
      await pauseUntilSoftLocked(page);
      await nothingIsLeft();
      await page.locator("h1").click();
      for (const key of ["n", "/", "?", "Escape", "ArrowDown", "Enter", "Control+p"]) await page.keyboard.press(key);
      await nothingIsLeft();
      await page.goBack();
      await standingStill(page);
      await nothingIsLeft();
      await page.goForward();
      await page.emulateMedia({ media: "print" });
      await nothingIsLeft();
      await page.emulateMedia({ media: null });
      await openByPin(page);
    },
  );

  test("Nothing of the PIN, nor what is derived from it, is on the disk or beside the page; it is not seen while it is typed", async () => {
    await pauseUntilSoftLocked(page);
    await page.fill("#pin", "48291");
    expect(
      await page.locator("#pin").evaluate((field) => getComputedStyle(field).getPropertyValue("-webkit-text-security")),
    ).toBe("disc");
    const kept = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage, history.state, document.cookie]),
    );
    expect(kept).not.toContain("48291");
    expect(await tracesBesideThePage(page)).not.toContain("48291");
    expect(keys.length).toBeGreaterThan(3);
    expect(found()).toEqual([]);
    await openByPin(page);
    expect(found()).toEqual([]);
    expect(filesWithThePin()).toEqual([]);
  });

  test("A sheet that is being printed leaves with the screens, and is not printed once more with them", async () => {
    await go("/roster");
    await page.evaluate(() => {
      const counted = { prints: 0 };
      Object.assign(globalThis, { counted });
      window.print = () => {
        counted.prints += 1;
      };
    });
    await page.locator("main button", { hasText: "Друкувати" }).evaluate((button: HTMLElement) => button.click());
    await page.waitForSelector(".p-print", { state: "attached" });
    await pauseUntilSoftLocked(page);
    expect(await page.content()).not.toContain("p-print");
    await openByPin(page);
    await standingStill(page);
    expect(await page.content()).not.toContain("p-print");
    expect(await page.evaluate(() => (globalThis as unknown as { counted: object }).counted)).toEqual({ prints: 1 });
  });

  test("Five wrong PINs lock fully and say why; what was in memory is gone, and nothing is on the disk", async () => {
    await pauseUntilSoftLocked(page);
    for (const left of [4, 3, 2, 1]) {
      await typePin(page, wrongPin);
      await expect.poll(said).toMatch(new RegExp(`Залишил\\S+ ${left} спроб`));
      await nothingIsLeft();
    }
    await page.screenshot({ path: "tests/.output/journeys/soft-locked-wrong.png" });
    await page.evaluate(() => Object.assign(globalThis, { isTheOpenPage: true }));
    await typePin(page, wrongPin);
    await locked();
    expect(await page.evaluate(() => "isTheOpenPage" in globalThis)).toBe(false);
    expect(await said()).toContain("П’ять разів");
    await page.screenshot({ path: "tests/.output/journeys/locked-after-pins.png" });
    expect(await page.content()).not.toContain(marker);
    expect(found()).toEqual([]);
    expect(filesWithThePin()).toEqual([]);
    await unlock(page);
  });

  test("A page that is loaded anew is locked fully and says why: four tries do not become five more", async () => {
    await choosePin(page);
    await pauseUntilSoftLocked(page);
    for (const left of [4, 3, 2, 1]) {
      await typePin(page, wrongPin);
      await expect.poll(said).toMatch(new RegExp(`Залишил\\S+ ${left} спроб`));
    }
    await page.evaluate(() => void setTimeout(() => location.reload()));
    await locked();
    expect(await said()).toContain("Сторінку закрили або завантажили наново");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await unlock(page);
    await choosePin(page);
    await pauseUntilSoftLocked(page);
    // As a browser does that needs the memory, and says so afterwards.
    await page.addInitScript(() => Object.defineProperty(document, "wasDiscarded", { value: true }));
    await page.evaluate(() => void setTimeout(() => location.reload()));
    await locked();
    expect(await said()).toContain("Телефон закрив сторінку, щоб звільнити пам’ять");
    await page.screenshot({ path: "tests/.output/journeys/locked-after-discard.png" });
    await unlock(page);
  });

  test("Twelve hours after the passphrase it is locked fully, however often the PIN was given", async () => {
    await choosePin(page);
    for (let hours = 0; hours < 10; hours += 2) {
      await page.clock.fastForward(2 * hour);
      await page.waitForSelector("#pin");
      await openByPin(page);
    }
    await page.clock.fastForward(2 * hour);
    await locked();
    expect(await said()).toContain("Минуло 12 годин");
    await unlock(page);
  });

  test("The phone slept, and no timer ran: the PIN opens nothing after thirteen hours", async () => {
    await choosePin(page);
    await pauseUntilSoftLocked(page);
    await page.clock.setSystemTime(await page.evaluate((ms) => Date.now() + ms, 13 * hour));
    await typePin(page);
    await locked();
    expect(await said()).toContain("Минуло 12 годин");
    await unlock(page);
  });

  test("Somebody else opens another tab: it asks for the passphrase; with it, the first one locks fully", async () => {
    await choosePin(page);
    await pauseUntilSoftLocked(page);
    const second = await phone.context.newPage();
    await second.goto("/arrivals");
    await second.waitForSelector("[data-test=lock]");
    await locked();
    await second.close();
    await unlock(page);
    expect(phone.complaints).toEqual([]);
  });

  test("A lead has the phone wiped while it waits for the PIN: it obeys", async () => {
    await choosePin(page);
    await pauseUntilSoftLocked(page);
    const lead = await shift.phone("lead");
    await lead.page.click('a[href="/settings"]');
    await lead.page.click('a[href="/settings/phones"]');
    const card = lead.page.locator("section", { hasText: "volunteer" }).filter({ hasNotText: "volunteer2" });
    await card.first().locator("summary").click();
    await card.first().locator("button", { hasText: "Стерти телефон" }).click();
    await lead.page.locator("dialog[open] button", { hasText: "Стерти телефон" }).click();
    await lead.page.waitForSelector("text=Зітреться під час наступного зв’язку");
    await page.clock.fastForward(minute); // a phone asks for orders now and then
    await registerQuickly(lead.page, { surname: "Дзвінок", groups: 1, heads: 1 });
    await page.waitForSelector("#name");
    expect(found()).toEqual([]);
  });
});
