import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { signIn, upToDate } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { registerFamily } from "../register-family.ts";

type Stored = {
  readonly _id: string;
  readonly bedId?: string;
  readonly personId?: string;
  readonly stayId?: string;
  readonly event?: string;
};
type Rows = { readonly rows: readonly { readonly doc: Stored }[] };

const pictures = "tests/.output/search";
let server: TestServer;
let phone: Phone;
let lead: Phone;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  lead = await openPhone({ baseURL: server.address, locale: "en-GB" });
  await signIn(phone.page, "volunteer");
  await phone.page.goto("/arrivals");
  await registerFamily(phone.page);
  await upToDate(phone.page);
  await phone.page.click('a[href="/arrivals"]');
});
afterAll(async () => {
  for (const one of [phone, lead]) {
    expect(one?.complaints).toEqual([]);
    await one?.throwAway();
  }
  await server?.stop();
});

const rows = () => phone.page.locator("main [data-test=arrival]");
const search = (text: string) => phone.page.fill("#search", text);

test.each(["4567", "067 123 45 67", "+380671234567", "671234567"])(
  "A family is found by its telephone number: %s",
  async (typed) => {
    await search(typed);
    await expect.poll(() => rows().count()).toBe(4);
    expect(await rows().first().innerText()).toContain("Лук’яненко Оксана");
  },
);

test("It is found with the keyboard that was not switched, offline as well, and each row says who, when and with whom", async () => {
  await phone.context.setOffline(true);
  await search("Ker`zytyrj Jrcfyf");
  await expect.poll(() => rows().count()).toBe(1);
  const said = await rows().first().innerText();
  expect(said).toContain("прибуття");
  expect(said).toContain("разом: ще 3 людини");
  await phone.context.setOffline(false);
});

test("A name in Latin letters is found, on a phone and on a laptop", async () => {
  const { page } = phone;
  await search("Lukyanenko");
  await expect.poll(() => rows().count()).toBe(4);
  for (const [name, width, height] of [
    ["phone", 360, 740],
    ["laptop", 1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${pictures}/found-${name}.png` });
  }
  await page.setViewportSize({ width: 360, height: 740 });
});

test("Nobody is found by a number that nobody has, and it is said", async () => {
  await search("0000 0000 0");
  await expect.poll(() => phone.page.locator("main").innerText()).toContain("Нікого не знайдено");
});

test("Who lies in a bed at another site is found by its code: the row says the site and the bed, and leads there", async () => {
  const { page } = lead;
  await signIn(page, "lead");
  const all = async (kind: string) =>
    (
      await server.couch<Rows>(`site-przemysl/_all_docs?include_docs=true&startkey="${kind}:"&endkey="${kind}:~"`)
    ).rows.map(({ doc }) => doc);
  const events = await all("presence");
  const isOver = (stay: Stored) =>
    events.some(({ stayId, event }) => stayId === stay._id && /out|absent|show/.test(event ?? ""));
  const stay = (await all("stay")).find((one) => one.bedId && !isOver(one));
  const { code } = await server.couch<{ readonly code: string }>(`directory/${stay?.bedId}`);
  await page.goto("/arrivals");
  await page.fill("#search", code.toLowerCase());
  const row = page.locator("main [data-test=arrival]", { hasText: "Przemyśl" }).first();
  await expect.poll(() => row.innerText()).toContain(`bed ${code}`);
  expect(await axeFindings(page)).toEqual([]);
  await page.screenshot({ path: `${pictures}/bed-en.png` });
  await row.locator("button").click();
  await page.waitForURL(`**/arrivals/person/${stay?.personId?.split(":")[1]}`);
  await page.locator("main h1").waitFor();
  await expect.poll(() => page.locator("header").first().innerText()).toContain("Przemyśl");
});
