import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { draftsOnPhone } from "../support/browser/sealed-on-phone.ts";
import { finishForms } from "../support/browser/steps/finish-forms.ts";
import { registerQuickly, type Saved, watchSaves } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { budget } from "../support/runs/budget.ts";
import { brokenGroups, missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";

const kills = scale({ test: 2, soak: 25 });
const escapes = scale({ test: 2, soak: 6 });
/** Most saves between two kills; at length the kills meet 5,000 documents. */
const most = scale({ test: 4, soak: 80 });

describe.sequential("The page is left, or the battery dies, at any moment (F1, F2)", () => {
  let shift: Shift;
  let phone: DiskPhone;
  const saved: Saved[] = [];

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.diskPhone("volunteer");
  });
  afterAll(() => shift.end());

  test("F1: left or reloaded in the middle of a save, the group is saved whole or the form is still there", async () => {
    const { page } = phone;
    for (let round = 0; round < escapes; round += 1) {
      await page.goto("/arrivals");
      await openForm(page, `Утеча ${round}`);
      await expect.poll(async () => (await draftsOnPhone(page)).join()).toContain(`Утеча ${round}`);
      const loaded = page.waitForEvent("load");
      await page.evaluate((pause) => {
        document.querySelector<HTMLElement>("button[type=submit]")?.click();
        setTimeout(() => (pause % 2 === 0 ? location.reload() : location.assign("/settings")), pause);
      }, round * 3);
      await loaded;
    }
    await finishForms(page, "Утеча");
    await upToDate(page);
    const stored = await shift.stored();
    expect(stored.filter(({ kind, label }) => kind === "group" && String(label).startsWith("Утеча"))).toHaveLength(
      escapes,
    );
    expect(brokenGroups(stored, "Утеча", 1)).toEqual([]);
  });

  test(`F2: killed ${kills} times in the middle of saving, offline: nothing that was acknowledged is lost`, async () => {
    await phone.close();
    for (let kill = 0; kill < kills; kill += 1) {
      phone = await shift.again(phone, { offline: true });
      const last = saved.length + Math.ceil(most * Math.random());
      await watchSaves(phone.page, (one) => {
        saved.push(one);
        if (saved.length === last) phone.die();
      });
      await phone.page.goto("/arrivals");
      await registerQuickly(phone.page, { surname: `Вбитий ${kill}`, groups: 1_000, heads: 4 }).catch(() => {});
      expect(saved.length, `saved before kill ${kill}`).toBeGreaterThanOrEqual(last);
    }
    phone = await shift.again(phone);
    await phone.page.goto("/arrivals");
    await finishForms(phone.page, "Вбитий");
    await upToDate(phone.page);
    const stored = await shift.stored();
    const documents = saved.reduce((sum, { heads }) => sum + heads + 1, 0);
    console.log(`F2: ${kills} kills, ${saved.length} acknowledged saves, ${documents} documents`);
    expect(missingFrom(stored, saved)).toEqual([]);
    expect(brokenGroups(stored, "Вбитий", 4)).toEqual([]);
  });

  test("F2: killed while somebody types, the form comes back with all that had reached the disk by then", async () => {
    await phone.page.goto("/arrivals");
    await openForm(phone.page, "");
    const path = new URL(phone.page.url()).pathname;
    const typed: number[] = [];
    const onDisk = async () => /"surname":"(а*)"/.exec((await draftsOnPhone(phone.page)).join())?.[1]?.length ?? 0;
    let kept = 0;
    await phone.page.locator("#surname").focus();
    while (kept < 20) {
      await phone.page.keyboard.insertText("а");
      typed.push(Date.now());
      kept = await onDisk();
    }
    const [killed, older] = [Date.now(), typed[kept]];
    budget("F2: age of the oldest key that was not on the disk", older === undefined ? 0 : killed - older, 1_000);
    phone.die();
    phone = await shift.again(phone, { offline: true });
    await phone.page.goto(path);
    expect((await phone.page.inputValue("#surname")).length).toBeGreaterThanOrEqual(kept);
  });
});

/** A new form with one woman counted and a surname typed; not saved. */
const openForm = async (page: Page, surname: string): Promise<void> => {
  await page.click('a[href="/arrivals/new"]');
  await page.waitForSelector("#surname");
  await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
  await page.locator('input[id$=".givenName"]').fill("Оля");
  await page.fill("#surname", surname);
};
