import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeImport } from "../../../server/import/write-import.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { headerText } from "../../support/browser/header-text.ts";
import { upToDate } from "../../support/browser/steps/sign-in.ts";
import { isUnlocked } from "../../support/browser/steps/unlock.ts";
import { planManyPeople } from "../../support/data/many-people.ts";
import { budget } from "../../support/runs/budget.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { byHand } from "./by-hand.ts";
import { fillSignIn, slowdown, slowProcessor } from "./cheap-phone.ts";
import { mainJob } from "./main-job.ts";
import {
  type Interaction,
  nextPaint,
  readVitals,
  type Shift,
  startAnew,
  type Vitals,
  watchVitals,
} from "./watch-vitals.ts";

const [people, leastInteractions] = [5_000, 100];

describe.sequential("The main job on a phone that is four times slower", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await aServer();
    const access = { baseUrl: `${server.address}/db`, user: "admin", password: "test-admin", fetch };
    const written = await writeImport(access, planManyPeople(people, "medyka"));
    if (!written.ok) throw new Error(JSON.stringify(written.error));
  });
  afterAll(() => server?.stop());

  test("with everything here already", async () => {
    const phone = await signedIn();
    const { page } = phone;
    await upToDate(page);
    await startAnew(page);
    for (const _ of ["one family", "another"]) for (const work of mainJob) await work(byHand(page));
    judge("the main job", [await readVitals(page)]);
    await phone.throwAway();
  });

  test("during a first sync", async () => {
    const seen: Vitals[] = [];
    for (let turn = 0; countOf(seen) < leastInteractions; turn += 1) {
      const phone = await signedIn();
      const { page } = phone;
      expect(await isSynced(page)).toBe(false);
      await startAnew(page);
      const synced = page.evaluate(readOnceSynced);
      for (let step = turn; step < turn + mainJob.length; step += 1)
        await mainJob[step % mainJob.length]?.(byHand(page));
      seen.push((await synced) as Vitals);
      await phone.throwAway();
    }
    judge(`the main job during a first sync of ${people} people`, seen);
  });

  const signedIn = async (): Promise<Phone> => {
    const phone = await openPhone({ baseURL: server.address });
    await watchVitals(phone.context);
    const { page } = phone;
    await page.goto("/");
    await fillSignIn(page, "lead");
    await slowProcessor(page);
    await page.click("button[type=submit]");
    await page.waitForSelector(isUnlocked);
    return phone;
  };
});

const isSynced = async (page: Page): Promise<boolean> => (await headerText(page)).includes("Усе надіслано");

const countOf = (seen: readonly Vitals[]): number =>
  seen.reduce((sum, { interactionCount }) => sum + interactionCount, 0);

const judge = (what: string, seen: readonly Vitals[]): void => {
  const count = countOf(seen);
  // Ids are those of a page: the same ones on two pages are two interactions.
  const interactions = seen.flatMap((one, page) =>
    one.interactions.map((each) => ({ ...each, id: each.id * 100 + page })),
  );
  const { p98, worst } = nextPaint(interactions, count);
  expect(count).toBeGreaterThanOrEqual(leastInteractions);
  tell(
    interactions,
    seen.flatMap(({ shifts }) => shifts),
  );
  budget(`${what}: INP, p98 of ${count} interactions, at ${slowdown}x`, p98, 200);
  budget(`${what}: the slowest interaction, at ${slowdown}x`, worst);
  const moved = seen.map(({ shifts }) => shifts.reduce((sum, { value }) => sum + value, 0));
  budget(`${what}: CLS, at ${slowdown}x`, Number(Math.max(...moved).toFixed(4)), 0.02, "");
};

/** What a figure that is missed is looked into by. */
const tell = (interactions: readonly Interaction[], shifts: readonly Shift[]): void => {
  const slowest = interactions.toSorted((a, b) => b.took - a.took).slice(0, 12);
  for (const { kind, on, at, took } of slowest) console.log(`  ${took} ms: ${kind} on ${on} at ${at}`);
  for (const { value, at, on } of shifts) console.log(`  moved by ${value.toFixed(4)} at ${at}: ${on.join(", ")}`);
};

/** In the page: what was noted until the header says that everything is here. */
const readOnceSynced = async (): Promise<Vitals> => {
  const { vitals } = globalThis as unknown as { readonly vitals: { read: () => Vitals } };
  const status = () => document.querySelector(".p-header-status")?.textContent ?? "";
  while (!/Усе надіслано/.test(status())) await new Promise((resolve) => setTimeout(resolve, 50));
  return vitals.read();
};
