import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { upToDate } from "../../support/browser/steps/sign-in.ts";
import { isUnlocked } from "../../support/browser/steps/unlock.ts";
import { budget } from "../../support/runs/budget.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { fillSignIn, median, passphraseOf, slowdown, slowNetwork, slowProcessor } from "./cheap-phone.ts";
import { blockingTime, readVitals, shifted, startAnew, untilQuiet, type Vitals, watchVitals } from "./watch-vitals.ts";

const times = 5;
let server: TestServer;

beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server?.stop());

const openWatched = async (): Promise<Phone> => {
  const phone = await openPhone({ baseURL: server.address });
  await watchVitals(phone.context);
  return phone;
};
const slowed = async (page: Page): Promise<void> => {
  await slowProcessor(page);
  await slowNetwork(page);
};

test("The sign-in page of a phone that was never here", async () => {
  const seen: Vitals[] = [];
  for (let time = 0; time < times; time += 1) {
    const phone = await openWatched();
    await slowed(phone.page);
    seen.push(await loaded(phone.page));
    expect(await phone.page.locator("#name").count()).toBe(1);
    await phone.throwAway();
  }
  judgeLoads("the sign-in page, cold", seen);
});

test("A locked phone, until its lock stands; unlocked, until its first screen does", async () => {
  const phone = await openWatched();
  const { page } = phone;
  await page.goto("/");
  await fillSignIn(page, "volunteer");
  await page.click("button[type=submit]");
  await page.waitForSelector(isUnlocked);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await upToDate(page);
  await slowed(page);
  const [loads, unlocks]: [Vitals[], Vitals[]] = [[], []];
  for (let time = 0; time < times; time += 1) {
    loads.push(await loaded(page));
    expect(await page.locator("#name").count()).toBe(0);
    unlocks.push(await unlocked(page));
  }
  await phone.throwAway();
  judgeLoads("a locked phone", loads);
  judge("unlocking, until the first screen stands: TBT", unlocks, (one) => blockingTime(one, 0), 150);
  judge("unlocking: the longest task", unlocks, (one) => Math.max(0, ...one.longTasks.map(({ took }) => took)));
  judge("unlocking: CLS", unlocks, shifted, 0.02, "");
});

/** From the address until the page asks for a passphrase and has come to rest. */
const loaded = async (page: Page): Promise<Vitals> => {
  await page.goto("/");
  await page.waitForSelector("#passphrase");
  await untilQuiet(page);
  return readVitals(page);
};

const unlocked = async (page: Page): Promise<Vitals> => {
  await page.fill("#passphrase", passphraseOf("volunteer"));
  await standingStill(page);
  await startAnew(page);
  await page.click("button[type=submit]");
  await page.waitForSelector(isUnlocked);
  await page.waitForSelector("#search");
  await untilQuiet(page);
  return readVitals(page);
};

const judgeLoads = (what: string, seen: readonly Vitals[]): void => {
  judge(`${what}: FCP`, seen, ({ firstPaint }) => firstPaint);
  judge(`${what}: LCP`, seen, ({ largestPaint }) => largestPaint, 1_800);
  judge(`${what}: TBT`, seen, (one) => blockingTime(one, one.firstPaint), 150);
  judge(`${what}: CLS`, seen, shifted, 0.02, "");
};

/** The median counts. */
const judge = (what: string, seen: readonly Vitals[], of: (one: Vitals) => number, bar?: number, unit = "ms"): void => {
  const all = seen.map((one) => Number(of(one).toFixed(unit === "ms" ? 0 : 4)));
  console.log(`${what}: ${all.join(" ")}`);
  budget(`${what}, median of ${times}, at ${slowdown}x`, median(all), bar, unit);
};
