import { mkdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { numberInSeries } from "../../../src/domain/numbers/number-series.ts";
import { formatShortCode } from "../../../src/domain/numbers/short-code.ts";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { signIn } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { registerFamily } from "../register-family.ts";

const pictures = "tests/.output/cards";
let server: TestServer;
let phone: Phone;
/** Numbers of cards that were printed on this phone. */
let printed: readonly string[] = [];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "volunteer");
  await phone.page.locator("[data-test=scan]").waitFor();
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

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
/** In the middle of the screen: half a button under the bar is too small a target. */
const middle = (selector: string) =>
  phone.page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: "center" }));
const shownNumber = async () => (await phone.page.locator("[data-test=card-number]").innerText()).replaceAll(" ", "");
const answer = () => phone.page.locator("[data-test=card-answer]");
const typeNumber = async (number: string) => {
  await phone.page.fill("#card-number", number);
  await phone.page.press("#card-number", "Enter");
};
const openPerson = async (name: string) => {
  await phone.page.goto("/arrivals");
  await phone.page.fill("#search", name);
  await phone.page.locator("[data-test=arrival]").first().click();
  await phone.page.locator("[data-test=card-number]").waitFor();
};

test("Offline a family is registered: the group and each of its people have a number that no other has", async () => {
  const { page, context } = phone;
  await context.setOffline(true);
  await registerFamily(page);
  const group = await shownNumber();
  expect(group).toMatch(/^\d{9}$/);
  await picture("group");
  await openPerson("Оксана");
  const oksana = await shownNumber();
  await middle("[data-test=card-number]");
  await picture("person");
  expect(await axeFindings(page)).toEqual([]);
  await openPerson("Ганна");
  expect(new Set([group, oksana, await shownNumber()]).size).toBe(3);
});

test("A sheet of cards is made as a PDF, offline, with numbers of their own and nothing else", async () => {
  const { page } = phone;
  await page.goto("/scan/print");
  await page.locator("#sheets").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("main button", { hasText: "PDF" }).click(),
  ]);
  const pdf = readFileSync(await file.path(), "latin1");
  const digits = [...pdf.matchAll(/\((\d{3})\) Tj/g)].map(([, three]) => three);
  printed = Array.from({ length: digits.length / 3 }, (_, at) => digits.slice(at * 3, at * 3 + 3).join(""));
  expect(printed).toHaveLength(24);
  expect(new Set(printed).size).toBe(24);
  await picture("print");
  expect(await axeFindings(page)).toEqual([]);
});

test("A printed card is attached to a woman; it is nobody else's then, and a mistyped number is told at the field", async () => {
  const { page } = phone;
  const [card = "", other = ""] = printed;
  await openPerson("Оксана");
  await page.locator('a[href^="/scan/for/person/"]').click();
  await page.locator("#card-number").waitFor();
  await picture("attach");
  expect(await axeFindings(page)).toEqual([]);
  await typeNumber(`${card.slice(0, 8)}${(Number(card[8]) + 1) % 10}`);
  expect(await page.locator("#card-number").getAttribute("aria-invalid")).toBe("true");
  await typeNumber(formatShortCode(card));
  await page.waitForURL(/\/arrivals\/person\//);
  await page.getByText(formatShortCode(card)).first().waitFor();

  await openPerson("Ганна");
  await page.locator('a[href^="/scan/for/person/"]').click();
  await typeNumber(card);
  await page.locator("main [role=alert]", { hasText: "Оксана" }).waitFor();
  await typeNumber(other);
  await page.waitForURL(/\/arrivals\/person\//);
});

test("A number that is typed or scanned names its person to be compared; a lost card and one that nobody has let nobody in", async () => {
  const { page } = phone;
  const [card = ""] = printed;
  await page.goto("/scan");
  await typeNumber(card);
  await answer().getByText("Оксана").first().waitFor();
  await picture("answer");
  expect(await axeFindings(page)).toEqual([]);
  await typeNumber(numberInSeries(89_998, 999));
  await page.locator(`[data-test=card-answer][data-number="${numberInSeries(89_998, 999)}"]`).waitFor();
  expect(await answer().locator("[data-kind=success]").count()).toBe(0);
  await picture("unknown");

  await openPerson("Оксана");
  await page.locator("main button", { hasText: formatShortCode(card) }).click();
  await page.locator("dialog[open] [data-look=danger]").click();
  await page.locator("[data-test=said]", { hasText: formatShortCode(card) }).waitFor();
  await page.goto("/scan");
  await typeNumber(card);
  await answer().locator("[data-kind=danger]").first().waitFor();
  await picture("lost");
});

test("A scanner that is plugged in as a keyboard answers over a form, and leaves what was typed as it was", async () => {
  const { page } = phone;
  const [, card = ""] = printed;
  await page.goto("/arrivals/new");
  await page.waitForSelector("#surname");
  await page.waitForSelector("[data-test=plugged-scanner]", { state: "attached" });
  await page.fill("#surname", "Гончар");
  await page.focus("#surname");
  // On this layout the key of "к", in which many names end, is the one that a scan begins with.
  await page.keyboard.press("KeyR");
  await page.keyboard.type(`RR1:${card}`);
  await page.keyboard.press("Enter");
  await page.locator("dialog[open] [data-test=card-answer]").getByText("Ганна").first().waitFor();
  await picture("wedge");
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  expect(await page.inputValue("#surname")).toBe("Гончарr");
  expect(page.url()).toContain("/arrivals/register/");
});
