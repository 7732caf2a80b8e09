import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

const here = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
const transcript = JSON.parse(readFileSync(here("transcript.json"), "utf8")) as {
  scenarios: { name: string; area: string }[];
};
const areas = [...new Set(transcript.scenarios.map(({ area }) => area))];

let couch: TestCouch;
beforeAll(async () => {
  couch = await startCouch();
});
afterAll(() => couch.close());

test.each(areas)("Answers like the recorded CouchDB 3.5: %s", async (area) => {
  const args = [here("replay.mjs"), couch.base, here("transcript.json"), "--admin", "admin:admin", "--area", area];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: { stdout: string }) => error);
  expect(stdout.trim()).toMatch(/^\d+ passed, 0 failed$/);
});
