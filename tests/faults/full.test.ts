import { mkdirSync } from "node:fs";
import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstVersion } from "../../src/domain/merge/next-version.ts";
import { person } from "../../src/domain/model/kinds/person.ts";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { unsentShown } from "../support/browser/header-text.ts";
import { rowsOnPhone } from "../support/browser/rows-on-phone.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { budget } from "../support/runs/budget.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";

const megabyte = 1_048_576;

describe.sequential("The phone is full, then freed (F13)", () => {
  let shift: Shift;
  let phone: DiskPhone;
  let session: CDPSession;

  beforeAll(async () => {
    mkdirSync("tests/.output/faults", { recursive: true });
    shift = await aShift();
    phone = await shift.emptyDiskPhone();
    session = await phone.context.newCDPSession(phone.page);
    await setRoom(18);
    await signIn(phone.page, "volunteer");
  });
  afterAll(() => shift.end());

  const setRoom = (megabytes: number) =>
    session.send("Storage.overrideQuotaForOrigin", { origin: shift.proxy.address, quotaSize: megabytes * megabyte });
  const banner = async () => (await phone.page.locator(".p-header-status").textContent()) ?? "";
  const hasBallast = () =>
    phone.page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === "prystan-ballast"));
  /** Photos and the like: takes what room is left, to the last kilobyte. */
  const fillUp = () =>
    phone.page.evaluate(async () => {
      const opening = indexedDB.open("photos", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("photos", { autoIncrement: true });
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      for (let size = 65_536; size >= 1_024; size /= 4) {
        let hasRoom = true;
        while (hasRoom)
          hasRoom = await new Promise<boolean>((resolve) => {
            const writing = opening.result.transaction("photos", "readwrite");
            writing.oncomplete = () => resolve(true);
            writing.onabort = () => resolve(false);
            writing.objectStore("photos").add(crypto.getRandomValues(new Uint8Array(size)));
          });
      }
    });
  /** Others write people with long remarks. */
  const othersWrite = async (from: number, count: number) => {
    const author = { by: "lead", device: "other001", at: new Date().toISOString() };
    const docs = Array.from({ length: count }, (_, place) => {
      const remark = Array.from({ length: 1_000 }, () => Math.random().toString(36)).join(" ");
      const content = { site: "medyka", recordState: "quick", givenName: "Оля", remark };
      return firstVersion(person, `person:heavy${from + place}`, content, author);
    });
    await shift.server.couch("site-medyka/_bulk_docs", { method: "POST", body: JSON.stringify({ docs }) });
  };

  test("What others wrote fills the phone: receiving stops and it is said; the open form can still be saved and sent", async () => {
    const { page } = phone;
    await expect.poll(hasBallast).toBe(true);
    for (let batch = 0; batch < 10; batch += 1) await othersWrite(batch * 100, 100);
    await expect.poll(banner).toContain("немає місця");
    await expect.poll(banner).not.toContain("Немає мережі");
    await page.screenshot({ path: "tests/.output/faults/full.png" });
    await fillUp();
    const before = (await rowsOnPhone(page, "site-medyka")).length;
    expect((await shift.stored()).length).toBeGreaterThan(before);
    const saved = await registerQuickly(page, { surname: "Повний", groups: 5, heads: 3 });
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    await expect.poll(() => unsentShown(page)).toBe(0);
    console.log(`F13: full with ${before} rows; 5 more groups saved and sent`);
  });

  test("Space is freed: everything arrives, nothing is missing by digest, and the ballast lies again", async () => {
    const { page } = phone;
    await setRoom(500);
    const began = Date.now();
    await page.locator(".p-header-status").click();
    await page.locator("[data-test=main-action] button").click();
    await expect.poll(() => differences(shift, page)).toEqual([]);
    budget(`F13: ${(await rowsOnPhone(page, "site-medyka")).length} rows are all there`, Date.now() - began, 60_000);
    await expect.poll(banner).not.toContain("немає місця");
    await expect.poll(hasBallast).toBe(true);
    expect(phone.complaints).toEqual([]);
  });
});
