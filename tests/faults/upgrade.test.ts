import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeImport } from "../../server/import/write-import.ts";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { openUpdateOffer } from "../support/browser/steps/update-offer.ts";
import { buildApart, madeByUpgrade, newer, older } from "../support/builds/build-apart.ts";
import { planManyPeople } from "../support/data/many-people.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";
import { aServer } from "../support/server/a-server.ts";
import { aRandom } from "../support/server/fault-proxy.ts";

const people = scale({ test: 150, soak: 10_000 });
const kills = scale({ test: 2, soak: 10 });
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

const folder = mkdtempSync(join(tmpdir(), "prystan-versions-"));
const dataDir = join(folder, "data");
let shift: Shift;
let phone: DiskPhone;

beforeAll(async () => {
  // The short form begins with the build of today, which is there.
  const first = scale({ test: () => "dist", soak: () => buildApart(join(folder, "older"), older) })();
  shift = await aShift(() => aServer({ DATA_DIR: dataDir }, first));
  phone = await shift.diskPhone("volunteer");
  const access = { baseUrl: `${shift.server.address}/db`, user: "admin", password: "test-admin", fetch };
  const written = await writeImport(access, planManyPeople(people, "medyka"));
  if (!written.ok) throw new Error(JSON.stringify(written.error));
}, 600_000);
afterAll(async () => {
  await shift?.end();
  rmSync(folder, { recursive: true, force: true });
});

test(
  `F15: ${people} people of an older version, killed ${kills} times while the newer one starts: all there, all read anew, nothing written (seed ${seed})`,
  async () => {
    const random = aRandom(seed);
    await expect.poll(() => differences(shift, phone.page)).toEqual([]);
    await phone.page.reload();
    await phone.context.setOffline(true);
    const saved = await registerQuickly(phone.page, { surname: "Давній", groups: 2, heads: 1 });
    await phone.context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    const before = await shift.stored();
    const build = buildApart(join(folder, "newer"), newer);
    await shift.moveTo(() => aServer({ DATA_DIR: dataDir }, build));
    await phone.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    void openUpdateOffer(phone.page)
      .then((offer) => offer.click({ timeout: 2_000 }))
      .catch(ended);
    for (let kill = 0; kill < kills; kill += 1) {
      await pass(2_000 * random());
      phone.die();
      phone = await shift.again(phone);
      void phone.page.goto("/arrivals").catch(ended);
    }
    phone.die();
    phone = await shift.again(phone);
    await phone.page.goto("/arrivals");
    await phone.page.fill("#search", "Давній 1");
    await phone.page.locator(".p-row__target[href^='/arrivals/person/']").first().click();
    await expect.poll(() => phone.page.locator("main").textContent()).toContain(madeByUpgrade);
    await expect.poll(() => differences(shift, phone.page)).toEqual([]);
    expect(await shift.stored()).toEqual(before);
    console.log(`F15: ${before.length} documents, ${kills} kills`);
    expect(phone.complaints).toEqual([]);
  },
  scale({ test: 120_000, soak: 900_000 }),
);

/** The page died under it. */
const ended = () => {};
