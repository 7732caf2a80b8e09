import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DiskPhone, openDiskPhone } from "../support/browser/chromium.ts";
import { setPageHidden } from "../support/browser/set-page-hidden.ts";
import { standingStill } from "../support/browser/standing-still.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { isLocked, unlock } from "../support/browser/steps/unlock.ts";
import { tracesBesideThePage, watchOutlets } from "../support/browser/traces.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

/** Letters that stand nowhere else; everybody on these screens bears them. */
const marker = "Жщукваць";
const minute = 60_000;

describe.sequential("Over the shoulder, and a phone that goes round (A3), 360 × 740", () => {
  let server: TestServer;
  let phone: DiskPhone;
  let page: Page;
  let group = "";
  let person = "";

  beforeAll(async () => {
    server = await aServer();
    phone = await openDiskPhone({ baseURL: server.address, keepsPages: true });
    page = phone.page;
    await page.clock.install();
    await watchOutlets(phone.context);
    await signIn(page, "volunteer");
    const [saved] = await registerQuickly(page, { surname: `${marker}ко`, groups: 1, heads: 2 });
    group = `/arrivals/group/${saved?.groupId.replace("group:", "")}`;
    person = (await page.locator(".p-row__target[href^='/arrivals/person/']").first().getAttribute("href")) ?? "";
    await upToDate(page);
  });
  afterAll(async () => {
    await phone?.throwAway();
    await server?.stop();
  });

  const go = async (address: string) => {
    await page.evaluate((to) => history.pushState(null, "", to), address);
    await page.waitForSelector("main h1");
  };
  const shows = () => expect.poll(() => page.content()).toContain(marker);
  const locked = () => expect.poll(() => isLocked(page)).toBe(true);
  const nothingIsLeft = async () => {
    expect(await page.content()).not.toContain(marker);
    expect(await tracesBesideThePage(page)).not.toContain(marker);
  };

  test("People on every screen: title, address, history, notifications, clipboard and share sheet know none of them", async () => {
    const key = person.split("/").at(-1);
    for (const address of [
      group,
      person,
      `${person}/edit`,
      `/roster/person/${key}`,
      `/roster/bed-for/${key}`,
      `/sync/record/site-medyka/person:${key}`,
      "/arrivals",
    ]) {
      await go(address);
      await shows();
      expect(await tracesBesideThePage(page)).not.toContain(marker);
    }
    await page.fill("#search", marker);
    await expect.poll(() => page.locator(".p-row").count()).toBe(2);
    const traces = await tracesBesideThePage(page);
    expect(traces).not.toContain(marker);
    expect(JSON.parse(traces)).toMatchObject({ title: "Прибуття – Пристань", used: [] });
    expect(JSON.parse(traces).history.length).toBeGreaterThan(6);
  });

  test("No field keeps what was typed for the browser to offer to whoever is next", async () => {
    const kept: string[] = [];
    for (const address of ["/arrivals", "/arrivals/new", `${person}/edit`, "/roster"]) {
      await go(address);
      await page.waitForSelector("main input");
      if (address === "/arrivals/new") await openEveryField(page);
      kept.push(...(await fieldsTheBrowserKeeps(page)));
    }
    expect(kept).toEqual([]);
  });

  test("The picture for the list of open apps shows nobody", async () => {
    await go(group);
    await shows();
    await setPageHidden(page, true);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(marker);
    expect(await blank(page)).toBe(true);
    await setPageHidden(page, false);
    expect(await page.evaluate(() => document.body.innerText)).toContain(marker);
    expect(await blank(page)).toBe(false);
  });

  test.each([
    ["the button", () => page.click("[data-test=lock]")],
    ["three minutes without a touch", () => page.clock.fastForward(3.1 * minute)],
    [
      "more than a minute out of sight",
      async () => {
        await setPageHidden(page, true);
        await page.clock.fastForward(1.6 * minute);
      },
    ],
  ])(
    "Locked by %s: nothing of it is left, and neither back, forward, another address nor a printer bring it back",
    async (_, lock) => {
      for (const address of ["/arrivals", group, person]) await go(address);
      await shows();
      await lock();
      await locked();
      await nothingIsLeft();
      for (const step of ["goBack", "goBack", "goForward"] as const) {
        await page[step]();
        await standingStill(page);
        expect(await isLocked(page)).toBe(true);
        await nothingIsLeft();
      }
      await page.emulateMedia({ media: "print" });
      await nothingIsLeft();
      expect((await page.pdf()).length).toBeGreaterThan(0);
      await page.emulateMedia({ media: null });
      await unlock(page);
    },
  );

  test("Left for another page: the browser does not keep the open one to go back to", async () => {
    await go(person);
    await shows();
    await page.evaluate(() => Object.assign(globalThis, { isTheOpenPage: true }));
    await page.evaluate(() => void setTimeout(() => location.assign("/manifest.webmanifest")));
    await page.waitForURL(/webmanifest/);
    await page.evaluate(() => void setTimeout(() => history.back()));
    await locked();
    await nothingIsLeft();
    expect(await page.evaluate(() => "isTheOpenPage" in globalThis)).toBe(false);
    expect(phone.complaints).toEqual([]);
  });
});

/** A child and a grown-up, with everything that can be asked of them. */
const openEveryField = async (page: Page): Promise<void> => {
  for (const cell of [2, 6]) await page.locator(".i-counts__cell").nth(cell).locator("button").last().click();
  for (const more of await page.locator("main .p-card button").all()) await more.click().catch(() => {});
};

const fieldsTheBrowserKeeps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")]
      .filter(({ type }) => !["radio", "checkbox", "file"].includes(type))
      .filter(({ autocomplete, type }) => autocomplete !== "off" && type !== "select-one")
      .map(({ id }) => `${location.pathname.split("/")[1]} ${id.replace(/:[0-9a-z]+/, "")}`),
  );

/** Whether a picture of the page has one colour only. */
const blank = async (page: Page): Promise<boolean> => {
  const picture = (await page.screenshot({ type: "png" })).toString("base64");
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(canvas?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
    return pixels.every((pixel) => pixel === pixels[0]);
  }, picture);
};
