import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scale } from "../../../support/runs/scale.ts";
import { buildCouchProcess } from "../support/build-couch-process.ts";
import { killUnderLoad } from "../support/kill-under-load.ts";

const ROUNDS = scale({ test: 3, soak: 50 });

let script: string;
let folder: string;
beforeAll(async () => {
  script = await buildCouchProcess();
  folder = mkdtempSync(join(tmpdir(), "couch-kill-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`Nothing that was acknowledged is lost when the server is killed ${ROUNDS} times while it writes`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const report = await killUnderLoad(script, join(folder, "couch.sqlite"), round);
    expect(report.acknowledged).toBeGreaterThan(100);
    expect({ lost: report.lost, broken: report.broken }).toEqual({ lost: [], broken: [] });
  }
});
