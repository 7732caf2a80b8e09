import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Journeys and faults whose tests call `budget`, beside those in `phones/`. */
const files = [
  "tests/bench/phones",
  "tests/journeys/main-job.test.ts",
  "tests/journeys/lost-phone.test.ts",
  "tests/faults/answers.test.ts",
  "tests/faults/flapping.test.ts",
  "tests/faults/full.test.ts",
  "tests/faults/kill.test.ts",
  "tests/faults/restored.test.ts",
  "tests/faults/tabs.test.ts",
];

/** The whole app in Chromium: the times that tests measure on their way, one file after the other. */
export const phones = async (_built, report) => {
  const folder = mkdtempSync(join(tmpdir(), "prystan-figures-"));
  const FIGURES = join(folder, "figures.jsonl");
  const { status } = spawnSync("npx", ["vitest", "run", "--no-file-parallelism", ...files], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, FIGURES },
  });
  const lines = readFileSync(FIGURES, "utf8").trim().split("\n");
  rmSync(folder, { recursive: true });
  for (const line of lines) report.figure(JSON.parse(line));
  if (status !== 0) throw new Error("a test that measures is red");
};
