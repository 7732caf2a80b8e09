import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs tests, one file after the other, and reports what they measure on their way by `budget`. */
export const judgeTests = (report, files) => {
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
