import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCouchProcess } from "./support/build-couch-process.ts";
import { killUnderLoad } from "./support/kill-under-load.ts";

const ROUNDS = 5;
const RESTART_MS = 3000;

let script: string;
let folder: string;
beforeAll(async () => {
  script = await buildCouchProcess();
  folder = mkdtempSync(join(tmpdir(), "couch-kill-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`Nothing that was acknowledged is lost when the server is killed ${ROUNDS} times while it writes`, async () => {
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const report = await killUnderLoad(script, join(folder, "couch.sqlite"), round);
    acknowledged += report.acknowledged;
    expect({ lost: report.lost, broken: report.broken }).toEqual({ lost: [], broken: [] });
    expect(report.restart).toBeLessThan(RESTART_MS);
  }
  expect(acknowledged).toBeGreaterThan(100);
});
