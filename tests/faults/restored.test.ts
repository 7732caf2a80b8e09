import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeImport } from "../../server/import/write-import.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { rowsOnPhone } from "../support/browser/rows-on-phone.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { planManyPeople } from "../support/data/many-people.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { budget } from "../support/runs/budget.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";
import { aServer } from "../support/server/a-server.ts";

const people = scale({ test: 200, soak: 5_000 });

describe.sequential("The server is restored from an old backup (F12)", () => {
  let shift: Shift;
  let phone: Phone;
  let saved: readonly Saved[] = [];
  const folder = mkdtempSync(join(tmpdir(), "prystan-restored-"));
  const prystan = (dataDir: string, ...words: readonly string[]) =>
    promisify(execFile)("node", ["dist/server/prystan.js", ...words], { env: { ...process.env, DATA_DIR: dataDir } });

  beforeAll(async () => {
    shift = await aShift();
    const access = { baseUrl: `${shift.server.address}/db`, user: "admin", password: "test-admin", fetch };
    const written = await writeImport(access, planManyPeople(people, "medyka"));
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    phone = await shift.phone("volunteer");
  });
  afterAll(async () => {
    await shift.end();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`${people} people and a shift's work after the backup: all of it is on the server again, by itself`, async () => {
    const { page } = phone;
    await registerQuickly(page, { surname: "Досхову", groups: 3, heads: 2 });
    await upToDate(page);
    const backup = join(folder, "backup.sqlite");
    await prystan(shift.server.dataDir, "backup", backup);
    saved = await registerQuickly(page, { surname: "Післясхову", groups: 12, heads: 3 });
    await upToDate(page);
    expect(missingFrom(await shift.stored(), saved)).toEqual([]);
    const restored = join(folder, "restored");
    await prystan(restored, "restore", backup);
    await shift.moveTo(() => aServer({ DATA_DIR: restored }));
    const began = Date.now();
    expect(missingFrom(await shift.stored(), saved)).toHaveLength(saved.length);
    await expect.poll(() => differences(shift, page)).toEqual([]);
    budget(`F12: ${(await rowsOnPhone(page, "site-medyka")).length} rows are all back`, Date.now() - began, 60_000);
    expect(missingFrom(await shift.stored(), saved)).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });
});
