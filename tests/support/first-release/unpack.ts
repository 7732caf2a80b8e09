import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Saved } from "../browser/steps/register-quickly.ts";

const here = "tests/support/first-release";

/** What `record.mjs` wrote down: where and when the first release ran, and what it said was saved. */
export type Recorded = {
  /** Where the app was, to which all that it stored belongs. */
  readonly origin: string;
  /** ISO 8601. */
  readonly at: string;
  readonly account: { readonly name: string; readonly passphrase: string };
  readonly sent: readonly Saved[];
  readonly unsent: readonly Saved[];
};

export const recorded = JSON.parse(readFileSync(join(here, "recorded.json"), "utf8")) as Recorded;

/**
 * By how many milliseconds clocks have to be set so that it is a minute after the recording, whenever that was: what is kept for a month is
 * kept then, and a phone may be read.
 */
export const untilRecorded = (): number => Date.parse(recorded.at) + 60_000 - Date.now();

/** A server's data folder, or a browser's profile, as the first release left it. */
export const unpack = (what: "data" | "profile", into: string): string => {
  mkdirSync(into, { recursive: true });
  const input = brotliDecompressSync(readFileSync(join(here, `${what}.tar.br`)));
  const { status, stderr } = spawnSync("tar", ["-x", "-C", into], { input });
  if (status !== 0) throw new Error(`${what} was not unpacked: ${stderr}`);
  return into;
};
