import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { aDocument } from "../support/data/a-document.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

let server: TestServer;
let phone: Phone;
let addresses: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await aServer();
  await aRoomOfItsOwn();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "lead");
  await phone.page.goto("/settings");
  await phone.page.selectOption("#site", "przemysl");
  addresses = await everyScreen(server);
  await upToDate(phone.page);
});
afterAll(async () => {
  expect(phone?.complaints).toEqual([]);
  await phone?.throwAway();
  await server?.stop();
});

const put = (database: string, ...documents: readonly { readonly _id: string }[]) =>
  Promise.all(
    documents.map((one) => server.couch(`${database}/${one._id}`, { method: "PUT", body: JSON.stringify(one) })),
  );
const site = "przemysl";
const aPerson = (key: string, givenName: string, content: object = {}) =>
  aDocument("person", key, { site, givenName, familyName: "Тестенко", ...content });
const aStay = (person: string, place: string) =>
  aDocument("stay", `${person}.${site}.1`, {
    site,
    personId: `person:${person}`,
    roomId: "room:z9",
    bedId: `bed:${place}`,
  });

/** A room that is proposed to nobody, and a family that waits after all others: where it goes is told by taps alone. */
const aRoomOfItsOwn = async () => {
  const bedOf = (place: number, content: object = {}) =>
    aDocument("bed", `z9x${place}`, {
      site,
      roomId: "room:z9",
      code: `Z9/${place}`,
      bedKind: "bunk_bottom",
      ...content,
    });
  await put(
    "directory",
    aDocument("room", "z9", { site, code: "Z9", roomType: "isolation" }),
    ...[1, 2, 3, 4].map((place) => bedOf(place)),
    bedOf(5, { blocked: true, blockedReason: "тече стеля" }),
  );
  const names = { "0f1": "Олена", "0f2": "Тарас", "0f3": "Ганна" };
  const family = Object.entries(names).map(([key, name]) =>
    aPerson(key, name, { groupId: "group:0f", needFlags: key === "0f1" ? ["pet"] : [] }),
  );
  // Alone, so that their beds are one: who else waits depends on the hour at which the demonstration begins.
  const guest = aPerson("0e1", "Остап", { sex: "m" });
  const lodger = aPerson("0b1", "Богдана", { familyNameLatin: "Testenko", givenNameLatin: "Bohdana", sex: "f" });
  await put(`site-${site}`, ...family, guest, lodger, aStay("0b1", "z9x5"));
};

const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);
const open = async (name: string) => {
  await phone.page.evaluate((to) => history.pushState(null, "", to), addresses[name] ?? name);
  await phone.page.waitForSelector("main h1");
  await standingStill(phone.page);
};
const bed = (state: string) => phone.page.locator(`main [data-test=bed][data-state=${state}]`);

test("A free bed that is tapped is given to whoever is chosen, and to nobody before that", async () => {
  const { page } = phone;
  await open("room");
  const free = await bed("free").count();
  expect(free).toBeGreaterThan(0);
  const code = await bed("free").first().locator(".p-beds__code").innerText();
  await bed("free").first().locator("button").click();
  const waiting = page.locator("dialog[open] [data-test=waiting]", { hasText: "Остап" });
  const name = await waiting.first().locator(".p-row__title").innerText();
  await page.goBack();
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  expect(await bed("free").count()).toBe(free);
  await bed("free").first().locator("button").click();
  await waiting.first().locator("a").click();
  await expect.poll(path).toMatch(/^\/roster\/bed-for\//);
  await page.waitForSelector("[data-test=main-action] button");
  await expect.poll(() => page.locator("main").innerText()).toContain(`Ліжко ${code}`);
  await page.locator("[data-test=main-action] button").click();
  await page.waitForSelector(".p-notice[data-kind=success]");
  await open("room");
  const given = page.locator("main [data-test=bed]:not([data-state=free])", { hasText: name });
  await expect.poll(() => given.count()).toBe(1);
  expect(await given.locator(".p-beds__code").innerText()).toBe(code);
  await given.locator("a").click();
  await expect.poll(path).toMatch(/^\/roster\/person\//);
  expect(await page.locator("main h1").innerText()).toBe(name);
  await page.goBack();
  await expect.poll(path).toBe(addresses.room);
});

const rows = () => phone.page.locator("dialog[open] [data-test=waiting]");
const tapFree = (code: string) => bed("free").filter({ hasText: code }).locator("button").click();
const proposalFor = (name: string) => phone.page.locator("main button.p-row__target", { hasText: name });
const lost = () => phone.page.locator("main .p-notice", { hasText: "вже не вільне" });
const proposed = (name: string) => expect.poll(() => proposalFor(name).allInnerTexts().then(String));

/** What another phone has sent, which this one fetches as soon as it has a network. */
const arrives = async (...documents: Parameters<typeof put>[1][]) => {
  await put(`site-${site}`, ...documents);
  await phone.context.setOffline(true);
  await phone.context.setOffline(false);
};

test("The bed that was tapped stays with its person, and the room with the others, whoever is unticked and ticked", async () => {
  const { page } = phone;
  await open("/roster/room/z9");
  await tapFree("Z9/4");
  await rows().filter({ hasText: "Олена" }).locator("a").click();
  await page.waitForSelector("[data-test=main-action] button");
  await proposed("Олена").toContain("Ліжко Z9/4");
  await page.locator("main label", { hasText: "Тарас" }).click();
  await expect.poll(() => proposalFor("Тарас").count()).toBe(0);
  await proposed("Олена").toContain("Ліжко Z9/4");
  await proposed("Ганна").toContain("Ліжко Z9/");
  await page.locator("main label", { hasText: "Тарас" }).click();
  await proposed("Тарас").toContain("Ліжко Z9/");
  await proposed("Олена").toContain("Ліжко Z9/4");
  expect(await lost().count()).toBe(0);
});

test("Who comes while the sheet is open waits as a number; a bed that is taken meanwhile says so and is given to nobody", async () => {
  const { page } = phone;
  await open("/roster/room/z9");
  await tapFree("Z9/4");
  await rows().first().waitFor();
  const before = await rows().allInnerTexts();
  expect(await rows().filter({ hasText: "Олена" }).locator(".p-badge").count()).toBe(1);
  await arrives(aPerson("0l1", "Лідія"));
  const later = page.locator("dialog[open]").getByText("ще 1");
  await later.waitFor();
  expect(await rows().allInnerTexts()).toEqual(before);
  await later.click();
  await expect.poll(() => rows().filter({ hasText: "Лідія" }).count()).toBe(1);
  await arrives(aPerson("0t1", "Тетяна"), aStay("0t1", "z9x4"));
  await page.waitForSelector("dialog[open] .p-notice[data-kind=warning]");
  expect(await page.locator("dialog[open]").innerText()).toMatch(/Ліжко Z9\/4[\s\S]*щойно надали/);
  expect(await rows().count()).toBe(0);
  await page.goBack();
  await open("/roster/bed-for/0f1#z9x4");
  await expect.poll(() => lost().allInnerTexts().then(String)).toContain("Ліжко Z9/4 вже не вільне");
  await open("/roster/bed-for/0l1#z9x3");
  await proposed("Лідія").toContain("Ліжко Z9/3");
  expect(await lost().count()).toBe(0);
});

test("A bed that is not in use says so, and why, also with somebody in it; in the list below the bed is read first", async () => {
  const { page } = phone;
  await open("/roster/room/z9");
  const blocked = bed("blocked").filter({ hasText: "Z9/5" });
  expect(await blocked.locator(".p-visually-hidden").innerText()).toMatch(/Богдана.*не використовується, тече стеля/);
  const detail = page.locator("main [data-test=person]", { hasText: "Богдана" }).locator(".p-row__detail");
  expect(await detail.innerText()).toMatch(/^Ліжко Z9\/5/);
  expect(await detail.innerText()).not.toContain("Testenko");
  const hidden = await detail.evaluate((line) => {
    const range = document.createRange();
    const [text] = line.childNodes;
    if (!text) return undefined;
    range.setStart(text, 0);
    range.setEnd(text, "Ліжко Z9/5".length);
    return range.getBoundingClientRect().right - line.getBoundingClientRect().right;
  });
  expect(hidden).toBeLessThan(0);
});

test("Beds are 44 pixels and more, and each is said in words", async () => {
  await open("room");
  for (const target of await phone.page.locator(".p-beds__target").all()) {
    const box = await target.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect(await target.locator(".p-visually-hidden").innerText()).toMatch(/^Ліжко /);
  }
});

test("The plan of the house shows every bed of every room, is there again on coming back, and gives beds, too", async () => {
  const { page } = phone;
  await open("roster");
  await page.locator("#plan").check();
  const free = Number(/\d+/.exec(await page.locator("[data-test=count-free]").innerText())?.[0]);
  await expect.poll(() => bed("free").count()).toBe(free);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const { width = 0, height = 0 } = (await bed("free").first().locator("button").boundingBox()) ?? {};
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await bed("free").first().locator("button").click();
  await page.waitForSelector("dialog[open] [data-test=waiting]");
  await page.goBack();
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  await page.locator("main [data-test=bed] a").first().click();
  await expect.poll(path).toMatch(/^\/roster\/person\//);
  await page.goBack();
  await expect.poll(() => bed("free").count()).toBe(free);
});

test("A trip is a line of its stops", async () => {
  await open("trip");
  const stops = phone.page.locator(".p-trip__stop");
  expect(await stops.count()).toBeGreaterThan(1);
  expect(await stops.first().innerText()).toMatch(/\d{2}:\d{2}/);
  expect(await stops.first().getAttribute("data-state")).toBe("here");
});

test("The last days stand at the end of a shift: as bars, and as tables for whoever hears them", async () => {
  await open("shift");
  const tables = phone.page.locator(".p-chart table");
  expect(await tables.count()).toBe(2);
  for (const table of await tables.all()) expect(await table.locator("tbody tr").count()).toBe(7);
  const inside = Number(await tables.nth(1).locator("tbody tr").last().locator("td").innerText());
  await open("roster");
  expect(inside).toBe(
    Number(
      await phone.page
        .locator("[data-test=count-inside]")
        .innerText()
        .then((text) => /\d+/.exec(text)?.[0]),
    ),
  );
});
