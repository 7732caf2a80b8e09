import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "./machine.mjs";

/**
 * Runs checks and suites and adds up what passed. `red` names each test that failed, with the first line of what it said; `slowest`
 * are tests of any suite.
 */
export function openTally(output) {
  const counted = { passed: 0, failed: 0, skipped: 0 };
  const red = [];
  const tests = [];

  /** A command that passes where it ends with 0. */
  function check(name, [command, ...args], environment) {
    const { status } = run(command, args, environment);
    counted[status === 0 ? "passed" : "failed"] += 1;
    if (status !== 0) red.push({ name, reason: `ended with ${status}` });
    console.log(`${status === 0 ? "✓" : "✗"} ${name}`);
  }

  /** The tests of `tests/NAME.config.ts`, or those of them whose path contains one of `files`. */
  function suite(name, { config = name, files = [], exclude = [], environment } = {}) {
    const report = join(output, `${name}.json`);
    rmSync(report, { force: true });
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const excluded = exclude.map((glob) => `--exclude=${glob}`);
    const { status } = run(
      "npx",
      ["vitest", "run", `--config=tests/${config}.config.ts`, ...reporters, ...excluded, ...files],
      environment,
    );
    const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
    counted.passed += result?.numPassedTests ?? 0;
    counted.failed += result?.numFailedTests ?? 1;
    counted.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
    const results = result?.testResults ?? [];
    tests.push(...results.flatMap(testsOf));
    red.push(...results.flatMap(failuresOf));
    if (status === 0 || result?.numFailedTests !== 0) return;
    counted.failed += 1;
    red.push({ name, reason: "a file could not be loaded, a hook failed, or nobody caught an error" });
  }

  return {
    check,
    suite,
    totals: () => ({ ...counted, red }),
    slowest: (count) => tests.sort((a, b) => b.seconds - a.seconds).slice(0, count),
  };
}

const nameOf = (file, test) => `${relative(".", file)}: ${test}`;

const testsOf = ({ name: file, assertionResults }) =>
  assertionResults.map(({ fullName, duration = 0 }) => ({ name: nameOf(file, fullName), seconds: duration / 1_000 }));

const failuresOf = ({ name: file, status, message, assertionResults }) => {
  const failed = assertionResults.filter((test) => test.status === "failed");
  const reasons = failed.map(({ fullName, failureMessages }) => ({
    name: nameOf(file, fullName),
    reason: failureMessages.join(" ").split("\n")[0],
  }));
  if (status === "failed" && reasons.length === 0)
    reasons.push({ name: relative(".", file), reason: message?.split("\n")[0] || "could not be loaded" });
  return reasons;
};
