import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scale } from "../../support/runs/scale.ts";
import { startFront, startUpstream, type TestFront } from "./support/start-front.ts";

const here = (name: string) => fileURLToPath(new URL(`../couch/conformance/${name}`, import.meta.url));

/** The first one in the long suite only: the same answers, one process further away. */
const ways = scale({
  test: ["the store in the same process"],
  soak: ["a CouchDB elsewhere", "the store in the same process"],
});

let upstream: Awaited<ReturnType<typeof startUpstream>>;
const fronts = new Map<string, TestFront>();
beforeAll(async () => {
  upstream = await startUpstream();
  fronts.set("a CouchDB elsewhere", await startFront({ upstream: upstream.url }));
  fronts.set("the store in the same process", await startFront());
});
afterAll(async () => {
  for (const front of fronts.values()) await front.close();
  await upstream.stop();
});

test.each(ways)("Nobody can tell the front of %s from the recorded CouchDB", async (which) => {
  const base = `${fronts.get(which)?.address}/db`;
  const args = [here("replay.mjs"), base, here("transcript.json"), "--admin", "admin:admin"];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: { stdout: string }) => error);
  expect(stdout.trim().split("\n").slice(-12).join("\n")).toMatch(/^\d{3,} passed, 0 failed$/m);
});
