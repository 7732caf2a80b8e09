// `npm test`: installs what it needs, a browser included, and runs everything a submission must pass. Last line: `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "../server/ready.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
process.env.npm_config_loglevel = "error";

const output = "tests/.output";
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What went red, to be read where only the end of the output is kept. */
const red = [];

install();
browser();
check("types", "npm", ["run", "--silent", "types"]);
check("lint and format", "npm", ["run", "--silent", "lint"]);
check("build", "npm", ["run", "--silent", "build"]);
const journeys = ["tests/journeys", "tests/attacks", "tests/faults"];
// What is held to milliseconds runs alone.
const timed = ["tests/journeys/five-thousand.test.ts", "tests/faults/tabs.test.ts"];
// Browsers besides Chromium, builds besides today's: `npm run test:soak`.
const notUnits = [...journeys, "tests/browsers", "tests/versions"].map((folder) => `${folder}/**`);
suite("units", notUnits.flatMap(exclude));
suite("journeys", [...journeys, ...timed.flatMap(exclude)]);
suite("timed", ["--no-file-parallelism", ...timed]);

for (const name of red) console.log(`✗ ${name}`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 ? 1 : 0);

function exclude(files) {
  return ["--exclude", files];
}

function check(name, command, args) {
  const { status } = run(command, args);
  totals[status === 0 ? "passed" : "failed"] += 1;
  if (status !== 0) red.push(name);
  console.log(`${status === 0 ? "✓" : "✗"} ${name}`);
}

function suite(name, args) {
  mkdirSync(output, { recursive: true });
  const report = join(output, `${name}.json`);
  const { status } = run("npx", [
    "vitest",
    "run",
    "--config=tests/suite.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
  totals.passed += result?.numPassedTests ?? 0;
  totals.failed += result?.numFailedTests ?? 1;
  totals.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  red.push(...(result?.testResults ?? []).flatMap(failuresOf));
  if (status === 0 || result?.numFailedTests !== 0) return;
  totals.failed += 1;
  red.push(`${name}: a file that could not be loaded, or an error that nobody caught`);
}

function failuresOf({ name: file, status, assertionResults }) {
  const tests = assertionResults.filter(({ status }) => status === "failed");
  const reasons = tests.map(
    ({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join(" ").split("\n")[0]}`,
  );
  if (status === "failed" && reasons.length === 0) reasons.push("could not be loaded");
  return reasons.map((reason) => `${relative(".", file)}: ${reason}`);
}

function browser() {
  if ([process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].some((path) => path && existsSync(path)))
    return;
  const debian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  if (!debian) return void run("npx", ["playwright-core", "install", "chromium"]);
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    DEBIAN_FRONTEND: "noninteractive",
  });
}

function run(command, args, environment = {}) {
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...environment } });
}
