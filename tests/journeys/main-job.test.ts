import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DiskPhone, openDiskPhone, openPhone, type Phone } from "../support/browser/chromium.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { budget } from "../support/runs/budget.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";
import { pictureOf, sideBySide, unlikeThirds } from "./picture.ts";
import { registerFamily } from "./register-family.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly [field: string]: unknown };
type Rows = { readonly rows: readonly { readonly doc: Stored }[] };

const pictures = "tests/.output/journey";

/** The first entry of a field that is chips or a list, whichever the number of entries made it. */
const choose = async (page: Phone["page"], id: string): Promise<void> => {
  const field = page.locator(`#${id}`);
  if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption({ index: 1 });
  else await field.check();
};

describe.sequential("The main job, in Ukrainian, 360 × 740", () => {
  let server: TestServer;
  let volunteer: DiskPhone;
  let lead: Phone;
  let driver: Phone;
  let trip = "";
  let group = "";

  const stored = async (database: string): Promise<readonly Stored[]> =>
    (await server.couch<Rows>(`${database}/_all_docs?include_docs=true`)).rows.map(({ doc }) => doc);
  const family = async () =>
    (await stored("site-medyka")).filter((doc) => doc.kind === "person" && doc.groupId === `group:${group}`);

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    server = await aServer();
    volunteer = await openDiskPhone({ baseURL: server.address, isPictured: true });
    lead = await openPhone({ baseURL: server.address, isPictured: true });
    driver = await openPhone({ baseURL: server.address, isPictured: true });
    await Promise.all([signIn(volunteer.page, "volunteer"), signIn(lead.page, "lead"), signIn(driver.page, "driver")]);
  });

  afterAll(async () => {
    for (const phone of [volunteer, lead, driver]) await phone?.throwAway();
    await server?.stop();
  });

  test("A family of four is registered on one screen with the network off", async () => {
    await volunteer.context.setOffline(true);
    group = await registerFamily(volunteer.page);
    await expect
      .poll(() => volunteer.page.locator(".p-header-status").textContent())
      .toContain("Не надіслано: 4 людини");
    expect(await volunteer.page.locator(".p-row").count()).toBe(4);
    await pictureOf(volunteer.page, ".p-row", `${pictures}/registered.png`);
  });

  test("After the battery died they are all there, still offline", async () => {
    volunteer.die();
    volunteer = await openDiskPhone({
      profile: volunteer.profile,
      baseURL: server.address,
      offline: true,
      isPictured: true,
    });
    await volunteer.page.goto("/arrivals");
    await volunteer.page.fill("#search", "Лукьяненко");
    await expect.poll(() => volunteer.page.locator(".p-row").count()).toBe(4);
    expect(await family()).toEqual([]);
  });

  test("Back online they are on the server and on the lead's phone", async () => {
    const started = Date.now();
    await volunteer.context.setOffline(false);
    await expect.poll(async () => (await family()).length, { interval: 100 }).toBe(4);
    const onServer = Date.now() - started;
    await lead.page.fill("#search", "Lukianenko");
    await expect.poll(() => lead.page.locator(".p-row").count(), { interval: 100 }).toBe(4);
    budget("a family is on the server after the network came back", onServer, 5_000);
    budget("a family is on the lead's phone after the network came back", Date.now() - started, 10_000);
  });

  test("Lead and volunteer change one person while both are offline; both changes are on both phones and on the server", async () => {
    const person = (await family()).find((doc) => doc.givenName === "Ганна");
    const key = person?._id.split(":")[1];
    await upToDate(volunteer.page);
    await Promise.all([lead.context.setOffline(true), volunteer.context.setOffline(true)]);

    await lead.page.goto(`/roster/bed-for/${key}`);
    await lead.page.waitForSelector("[data-test=main-action] button");
    await pictureOf(lead.page, "main input:checked", `${pictures}/beds.png`);
    await lead.page.locator("[data-test=main-action] button").first().click();
    await lead.page.waitForSelector(".p-notice[data-kind=success]");
    await lead.page.goto(`/arrivals/person/${key}/edit`);
    await lead.page.fill("#originSettlement", "Харків");
    await lead.page.click("button[type=submit]");
    await volunteer.page.goto(`/arrivals/person/${key}/edit`);
    await volunteer.page.fill("#patronymic", "Іванівна");
    await volunteer.page.click("button[type=submit]");
    await volunteer.page.waitForURL(new RegExp(`/arrivals/person/${key}$`));

    await Promise.all([lead.context.setOffline(false), volunteer.context.setOffline(false)]);
    const both = { originSettlement: "Харків", patronymic: "Іванівна" };
    await expect.poll(async () => (await family()).find((doc) => doc._id === person?._id)).toMatchObject(both);
    for (const phone of [lead, volunteer]) {
      await phone.page.goto(`/arrivals/person/${key}`);
      await expect.poll(() => phone.page.locator("main").textContent()).toMatch(/Іванівна[\s\S]*Харків/);
    }
    await expect
      .poll(
        async () =>
          (await stored("site-medyka")).filter((doc) => doc.kind === "stay" && doc.groupId === `group:${group}`).length,
      )
      .toBe(4);
    await volunteer.page.goto(`/roster/person/${key}`);
    await expect.poll(() => volunteer.page.locator("main").textContent()).toContain("Проживає");
  });

  test("The lead plans a trip for the family, publishes it, and the driver has it", async () => {
    const { page } = lead;
    await page.goto("/transport/plan");
    await page.fill("#plan-to", "Lublin");
    await page.fill("#plan-time", "23:30");
    await page.fill("#plan-seats", "8");
    await choose(page, "plan-vehicle");
    await page.locator("label", { hasText: "Testowski" }).click();
    await page.locator("[data-test=main-action] button").first().click();
    await page.waitForURL(/\/transport\/(?!plan)/);
    trip = page
      .url()
      .replace(/.*\/transport\//, "")
      .replace(/\?.*/, "");

    await page.goto(`/transport/${trip}/add`);
    await page.fill("input[type=search]", "Lukianenko");
    await page.locator(".p-row__target", { hasText: "Лук’яненко" }).first().click();
    await page.locator("dialog[open] .p-modal__actions button").first().click();
    // Closed once it is saved.
    await page.waitForSelector("dialog[open]", { state: "detached" });
    await page.goto(`/transport/${trip}`);
    await page.locator("[data-test=main-action] button").first().click();
    await page.locator("dialog[open] .p-modal__actions button").first().click();

    await driver.page.goto(`/transport/${trip}`);
    await expect.poll(() => driver.page.locator(".p-row__target", { hasText: "Лук’яненко" }).count()).toBe(4);
    expect((await stored(`trip-${trip}`)).filter((doc) => doc.kind === "person")).toEqual([]);
  });

  test("The driver boards two of them offline, takes one back, boards again, counts and departs", async () => {
    const { page, context } = driver;
    await context.setOffline(true);
    const row = (name: string) => page.locator(".p-row__target", { hasText: name });
    const onBoard = () => page.locator(".p-count__value, .p-big-count__value, .p-count").first().textContent();
    await row("Оксана").click();
    await row("Марко").click();
    await expect.poll(onBoard).toContain("2");
    await page.screenshot({ path: `${pictures}/boarding.png` }); // at once: the way back goes away by itself
    await page.locator("[data-test=undo]").click();
    await expect.poll(onBoard).toContain("1");
    await row("Марко").click();
    await expect.poll(onBoard).toContain("2");

    await page.locator("[data-test=main-action] button").first().click();
    await page.fill("#counted", "3");
    await page.locator("dialog[open] .p-modal__actions button").first().click();
    await expect.poll(() => page.locator("dialog[open]").textContent()).toContain("3");
    await page.fill("#counted", "2");
    const sheet = page.locator("dialog[open]");
    await sheet.locator(".p-modal__actions button").first().click();
    // Both who are not aboard are named, and the bus leaves only with a reason in words.
    await expect
      .poll(() => sheet.locator(".p-notice").allTextContents())
      .toEqual([expect.stringContaining("Лук’яненко")]);
    await page.fill("#depart-reason", ".");
    await sheet.locator(".p-modal__actions button").first().click();
    await expect.poll(() => page.getAttribute("#depart-reason", "aria-invalid")).toBe("true");
    await page.screenshot({ path: `${pictures}/departing.png` });
    await page.fill("#depart-reason", "Двоє їдуть поїздом о 6:10");
    await sheet.locator(".p-modal__actions button").first().click();
    await page.waitForSelector("dialog[open]", { state: "detached" });
    await page.screenshot({ path: `${pictures}/departed.png` });

    await context.setOffline(false);
    const scans = async () =>
      (await stored(`trip-${trip}`)).filter((doc) => doc.kind === "scan").map((doc) => doc.event);
    await expect.poll(async () => (await scans()).sort()).toEqual(["board", "board", "board", "depart", "unboard"]);
    await lead.page.goto(`/transport/${trip}`);
    await expect
      .poll(() => lead.page.locator(".p-notice").allTextContents())
      .toContainEqual(expect.stringContaining("Двоє їдуть поїздом о 6:10"));
    await lead.page.goto("/transport");
    await expect.poll(() => lead.page.locator(`a[href="/transport/${trip}"]`).textContent()).toContain("2 залишаються");
  });

  test("The picture of the README is of these screens", async () => {
    const page = await driver.context.newPage();
    await sideBySide(
      page,
      ["registered", "beds", "boarding"].map((name) => `${pictures}/${name}.png`),
      `${pictures}/journey.png`,
    );
    expect(await unlikeThirds(page, "docs/journey.png", `${pictures}/journey.png`)).toEqual([]);
  });

  test("Nothing complained: no uncaught error, no breach of the content security policy", () => {
    expect([...volunteer.complaints, ...lead.complaints, ...driver.complaints]).toEqual([]);
  });
});
