import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenGallery, openGallery } from "../../support/gallery/open-gallery.ts";

let gallery: OpenGallery;

beforeAll(async () => {
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

test("A stepper counts by tap, by arrow key and by typing, and empty is not zero", async () => {
  const page = await gallery.visit({ scene: "form" });
  const adults = page.getByRole("spinbutton", { name: "Adults" });
  expect(await adults.inputValue()).toBe("");
  await page.getByRole("button", { name: "One more: Adults" }).click();
  expect(await adults.inputValue()).toBe("1");
  await adults.press("ArrowUp");
  await adults.press("ArrowUp");
  await adults.press("ArrowDown");
  expect(await adults.inputValue()).toBe("2");
  await adults.fill("1x9");
  expect(await adults.inputValue()).toBe("19");
  await adults.fill("500");
  expect(await adults.inputValue()).toBe("20");
  await adults.fill("");
  await page.getByRole("button", { name: "One less: Adults" }).click();
  expect(await adults.inputValue()).toBe("0");
  await page.close();
});

test("One of a few is chosen with the arrow keys", async () => {
  const page = await gallery.visit({ scene: "form" });
  await page.getByRole("radio", { name: "Female" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("radio", { name: "Male", exact: true }).isChecked()).toBe(true);
  expect(await page.getByRole("radio", { name: "Female" }).isChecked()).toBe(false);
  await page.close();
});

test("A date is typed box by box, takes a paste, and never jumps by itself", async () => {
  const page = await gallery.visit({ scene: "form" });
  const day = page.getByLabel("Day");
  await day.click();
  await page.keyboard.type("17");
  expect(await day.evaluate((box) => box === document.activeElement)).toBe(true);
  await page.keyboard.press("Tab");
  expect(await page.getByLabel("Month").evaluate((box) => box === document.activeElement)).toBe(true);
  await page.keyboard.insertText("12");
  expect(await page.getByLabel("Month").inputValue()).toBe("12");
  expect(await page.getByLabel("Year").inputValue()).toBe("1984");
  await page.close();
});

test("A sheet keeps the focus, closes by Escape, and gives the focus back", async () => {
  const page = await gallery.visit({ scene: "dialog" });
  const opener = page.getByRole("button", { name: "Open sheet" });
  await opener.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Another seat" });
  await sheet.waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Another seat");
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => document.activeElement?.closest("dialog, body")?.tagName);
    const isOutside = place === "BODY" && (await page.evaluate(() => document.activeElement !== document.body));
    expect(isOutside).toBe(false);
  }
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.close();
});

test("A tap beside a sheet closes it, a tap in it does not", async () => {
  const page = await gallery.visit({ scene: "dialog" });
  await page.getByRole("button", { name: "Open sheet" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Seat").click();
  expect(await sheet.isVisible()).toBe(true);
  await page.mouse.click(180, 40);
  await sheet.waitFor({ state: "hidden" });
  await page.close();
});

test("A scanner’s Enter on a fresh question presses nothing", async () => {
  const page = await gallery.visit({ scene: "dialog" });
  await page.getByRole("button", { name: "Leave" }).click();
  const question = page.getByRole("alertdialog");
  await question.waitFor();
  await page.keyboard.press("Enter");
  expect(await question.isVisible()).toBe(true);
  await question.getByRole("button", { name: "Cancel" }).click();
  await question.waitFor({ state: "hidden" });
  await page.close();
});

test("The error summary takes the focus at every attempt and leads to the field", async () => {
  const page = await gallery.visit({ scene: "error" });
  const save = page.getByRole("button", { name: "Save" });
  const focused = () => page.evaluate(() => document.activeElement?.className);
  await save.click();
  expect(await focused()).toBe("p-error-summary");
  await page.getByRole("link", { name: "February has no day 31." }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("born");
  expect(new URL(page.url()).hash).toBe("");
  await save.click();
  expect(await focused()).toBe("p-error-summary");
  const described = await page.getByLabel("Name").getAttribute("aria-describedby");
  expect(await page.locator(`#${described}`).textContent()).toBe("Write at least one name.");
  await page.close();
});

test("What was searched is cleared by one tap, and typing goes on", async () => {
  const page = await gallery.visit({ scene: "list" });
  await page.getByRole("button", { name: "Clear" }).click();
  await page.keyboard.type("Шев");
  expect(await page.getByRole("searchbox").inputValue()).toBe("Шев");
  await page.close();
});

test("The language changes in place and is remembered", async () => {
  const page = await gallery.visit({ scene: "lock" });
  await page.getByLabel("Passphrase").fill("half typed");
  await page.getByRole("radio", { name: "Українська" }).click();
  await page.getByRole("button", { name: "Розблокувати" }).waitFor();
  expect(await page.getByLabel("Парольна фраза").inputValue()).toBe("half typed");
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("uk");
  await page.reload();
  await page.getByRole("button", { name: "Розблокувати" }).waitFor();
  expect(new URL(page.url()).searchParams.has("lang")).toBe(false);
  await page.close();
});

test("The bar’s words stand whole, each on one line", async () => {
  const page = await gallery.visit({ scene: "list", lang: "uk" });
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll(".p-bar__place > span:last-child")].map((word) => word.getClientRects().length),
  );
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll(".p-bar__place > span:last-child")].map(
      (word) => word.getBoundingClientRect().height,
    ),
  );
  expect(lines).toEqual([1, 1, 1, 1]);
  expect(new Set(heights).size).toBe(1);
  await page.close();
});

test("The dark theme is chosen in place and remembered", async () => {
  const page = await gallery.visit({ scene: "lock" });
  await page.getByRole("radio", { name: "Dark, for the night" }).click();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("night");
  await page.evaluate(() => history.replaceState(null, "", "/?scene=lock"));
  await page.reload();
  await page.locator("h1").waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("night");
  await page.close();
});

test("Until somebody chooses, the theme is the system’s, also when that changes", async () => {
  const page = await gallery.visit({ scene: "lock" });
  const shown = () => page.evaluate(() => document.documentElement.dataset.theme);
  expect(await shown()).toBe("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(shown).toBe("night");
  await page.getByRole("radio", { name: "Light" }).click();
  expect(await shown()).toBe("light");
  await page.getByRole("radio", { name: "As the device" }).click();
  expect(await shown()).toBe("night");
  await page.close();
});
