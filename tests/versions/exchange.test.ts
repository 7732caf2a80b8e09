import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { headerText } from "../support/browser/header-text.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import { buildApart, madeByUpgrade, newer, older } from "../support/builds/build-apart.ts";
import { aShift, type Shift, type Stored } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { aServer } from "../support/server/a-server.ts";

const groupsOfOneVisit = 3;
const peopleOfOneVisit = 2 * groupsOfOneVisit;

/** Two builds two versions apart: the older does not know the patronymic, the newer reads it out of the given name and has version 2. */
describe.sequential("F16: an app two versions old with a new server, and the other way round", () => {
  const folder = mkdtempSync(join(tmpdir(), "prystan-versions-"));
  let [oldBuild, newBuild] = ["", ""];
  let shift: Shift;
  let old: Phone;
  let fresh: Phone;
  let person = "";
  const saved: Saved[] = [];

  const serve = (build: string) => aServer({ DATA_DIR: join(folder, "data") }, build);
  const register = async (phone: Phone, surname: string) => {
    await phone.page.goto("/arrivals"); // it may have been locked meanwhile
    saved.push(...(await registerQuickly(phone.page, { surname, groups: groupsOfOneVisit, heads: 2 })));
  };
  const stored = async (): Promise<Stored | undefined> => (await shift.stored()).find(({ _id }) => _id === person);
  const address = () => `/arrivals/person/${person.replace("person:", "")}`;
  const write = async ({ page }: Phone, field: string, value: string) => {
    await page.goto(`${address()}/edit`);
    await page.fill(`#${field}`, value);
    await page.click("button[type=submit]");
  };
  /** Resolves once the server has it. */
  const arrives = (field: string, value: string) => expect.poll(async () => (await stored())?.[field]).toBe(value);
  const missing = async () => missingFrom(await shift.stored(), saved);
  const inSync = async () => {
    for (const { page } of [old, fresh].filter(Boolean)) await expect.poll(() => differences(shift, page)).toEqual([]);
    expect(await missing()).toEqual([]);
  };

  beforeAll(async () => {
    [oldBuild, newBuild] = [buildApart(join(folder, "older"), older), buildApart(join(folder, "newer"), newer)];
    shift = await aShift(() => serve(oldBuild));
    old = await shift.phone("volunteer");
  }, 300_000);
  afterAll(async () => {
    await shift?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  test("The old app goes on with the new server", async () => {
    await register(old, "Давній");
    await inSync();
    person = String((await shift.stored()).find(({ groupId }) => groupId === saved[0]?.groupId)?._id);
    await shift.moveTo(() => serve(newBuild));
    await register(old, "Стара");
    await inSync();
    await old.page.goto(`${address()}/edit`);
    expect(await old.page.locator("#patronymic").count()).toBe(0);
  });

  test("The new app reads what the old one wrote; either edits one person, and neither loses what the other wrote", async () => {
    fresh = await shift.phone("volunteer");
    await register(fresh, "Нова");
    await fresh.page.goto(address());
    await expect.poll(() => fresh.page.locator("main").textContent()).toContain(madeByUpgrade);
    await write(fresh, "originSettlement", "Харків");
    await arrives("originSettlement", "Харків");
    await inSync();
    await write(old, "givenNameLat", "Olha");
    await arrives("givenNameLat", "Olha");
    await inSync();
    expect(await stored()).toMatchObject({ v: 1, originSettlement: "Харків", givenNameLat: "Olha" });
    expect(await stored()).not.toHaveProperty("patronymic");
  });

  test("What the new app wrote anew is kept by the old one, shown, and not changed there", async () => {
    await write(fresh, "patronymic", "Іванівна");
    await arrives("patronymic", "Іванівна");
    await inSync();
    await old.page.goto(address());
    await expect.poll(() => old.page.locator("main").textContent()).toContain("Оля");
    await old.page.goto(`${address()}/edit`);
    await expect.poll(() => old.page.locator("main").textContent()).toContain("новіша версія");
    await register(old, "Далі");
    await inSync();
    expect(await stored()).toMatchObject({ v: 2, patronymic: "Іванівна", givenNameLat: "Olha" });
  });

  test("A server that was put back takes changes of what it has; what begins with a version it does not know is said to wait", async () => {
    await shift.moveTo(() => serve(oldBuild));
    await write(fresh, "patronymic", "Петрівна");
    await arrives("patronymic", "Петрівна");
    await register(fresh, "Назад");
    await expect.poll(() => headerText(fresh.page)).toContain(`увага: ${peopleOfOneVisit}`);
    await register(old, "Обидві");
    await expect.poll(missing).toHaveLength(groupsOfOneVisit);
    expect(await stored()).toMatchObject({ v: 2, patronymic: "Петрівна", originSettlement: "Харків" });
  }, 300_000);

  test("Once the server is new again, everything arrives, and nobody was lost", async () => {
    await shift.moveTo(() => serve(newBuild));
    await fresh.page.reload();
    await old.page.reload();
    await inSync();
    expect(await stored()).toMatchObject({ v: 2, patronymic: "Петрівна", originSettlement: "Харків" });
    expect([...old.complaints, ...fresh.complaints]).toEqual([]);
  }, 300_000);
});
