import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildCouchProcess } from "./support/build-couch-process.ts";
import { killUnderLoad } from "./support/kill-under-load.ts";

const ROUNDS = 50;
const RESTART_MS = 3000;

test(`Nothing is lost when the server is killed ${ROUNDS} times on one growing file`, {
  timeout: 900_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "couch-soak-"));
  const script = await buildCouchProcess();
  for (let round = 0; round < ROUNDS; round++) {
    const { acknowledged, lost, broken, restart } = await killUnderLoad(script, join(folder, "couch.sqlite"), round);
    console.log(
      JSON.stringify({ round, acknowledged, lost: lost.length, broken: broken.length, restart: Math.round(restart) }),
    );
    expect({ lost, broken }).toEqual({ lost: [], broken: [] });
    expect(restart).toBeLessThan(RESTART_MS);
  }
  rmSync(folder, { recursive: true, force: true });
});
