import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdAnswers } from "../faults/hold-answers.ts";
import { holdFlapping } from "../faults/hold-flapping.ts";
import { registerFamily } from "../journeys/register-family.ts";
import { headerText } from "../support/browser/header-text.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { isInstalled } from "../support/runs/is-installed.ts";
import type { DrivenBrowser, DrivenHandset } from "../support/webdriver/driven-browser.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** What every browser must pass: the core journey and F4–F7. */
export const holdBrowser = (browser: DrivenBrowser): void => {
  const isThere = isInstalled(browser);
  if (!isThere) console.warn(`SKIPPED: ${browser.name} is not here; it needs ${browser.packages.join(", ")}`);

  describe.skipIf(!isThere).sequential(`${browser.name}: the core journey, F4–F7`, () => {
    let shift: Shift;
    let handset: DrivenHandset;
    let group = "";
    const complaints: string[] = [];
    const family = async () => (await shift.stored()).filter(({ groupId }) => groupId === `group:${group}`);

    beforeAll(async () => {
      shift = await aShift();
      handset = await browser.open(shift.proxy);
      await handset.page.goto("/?lang=uk");
      await signIn(handset.page, "volunteer");
    });
    afterAll(async () => {
      await handset?.close();
      await shift?.end();
    });

    test("A family of four is registered without a network", async () => {
      await handset.goOffline(true);
      group = await registerFamily(handset.page);
      await expect.poll(() => headerText(handset.page)).toContain("Не надіслано: 4 людини");
      expect(await handset.page.locator(".p-row").count()).toBe(4);
    });

    test("Reloaded, and started anew where the browser keeps anything, still without a network: a search finds them all", async () => {
      complaints.push(...(await handset.complaints()));
      if (handset.again) handset = await handset.again();
      else await handset.page.reload();
      await handset.page.goto("/arrivals");
      await handset.page.fill("#search", "Лукьяненко");
      await expect.poll(() => handset.page.locator(".p-row").count()).toBe(4);
      expect(await family()).toEqual([]);
    });

    test("The network is back: they are on the server, and everything of the server is on the phone", async () => {
      await handset.goOffline(false);
      await expect.poll(async () => (await family()).length).toBe(4);
      await expect.poll(() => differences(shift, handset.page)).toEqual([]);
    });

    holdAnswers(() => ({ shift, handset }));

    test("F5: 30 s of a network that comes and goes: all in sync after its end", async () => {
      await handset.page.goto("/arrivals");
      await holdFlapping({ shift, handset }, seed, { seconds: 30 });
    });

    test("Nothing complained", async () => {
      expect([...complaints, ...(await handset.complaints())]).toEqual([]);
    });
  });
};
