import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiskPhone } from "../support/browser/chromium.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { scale } from "../support/runs/scale.ts";

const saves = 20;

describe.sequential("Saved means: on the disk (F3)", () => {
  let shift: Shift;
  let phone: DiskPhone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.diskPhone("volunteer");
    await phone.page.addInitScript(() => {
      const counted = { commits: 0 };
      Object.assign(globalThis, { counted });
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (names, mode, options) {
        const begun = transaction.call(this, names, mode, options);
        const isSave = mode === "readwrite" && this.name.includes("--site") && begun.durability === "strict";
        if (isSave) begun.addEventListener("complete", () => (counted.commits += 1));
        return begun;
      };
    });
    await phone.page.goto("/arrivals");
    await phone.context.setOffline(true);
  });
  afterAll(() => shift.end());

  test("Each save is a commit of its own that the browser has been told to flush", async () => {
    const commits = () =>
      phone.page.evaluate(() => (globalThis as unknown as { counted: { commits: number } }).counted.commits);
    const before = await commits();
    await registerQuickly(phone.page, { surname: "Твердий", groups: saves, heads: 1 });
    const flushed = (await commits()) - before;
    console.log(`F3: ${flushed} strict commits for ${saves} saves`);
    expect(flushed).toBeGreaterThanOrEqual(saves);
  });

  if (scale({ test: false, soak: true }))
    test("The kernel sees at least one fdatasync for each save (strace)", async () => {
      const file = `${phone.profile}.strace`;
      const pids = phone.processes().flatMap((id) => ["-p", String(id)]);
      const watching = spawn("strace", ["-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", file, ...pids]);
      await expect.poll(() => existsSync(file)).toBe(true);
      await registerQuickly(phone.page, { surname: "Сталевий", groups: saves, heads: 1 });
      watching.kill("SIGINT");
      await once(watching, "exit");
      const calls = readFileSync(file, "utf8").match(/f(data)?sync\(/g)?.length ?? 0;
      console.log(`F3: ${calls} fsync or fdatasync for ${saves} saves`);
      expect(calls).toBeGreaterThanOrEqual(saves);
    });
});
