import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DerivingThread, openDerivingThread, TooBusy } from "../../../../server/web/sign-in/derive-elsewhere.ts";
import { argon2 } from "../../../../src/device/keyring/argon2.ts";
import { byteStringOf } from "../../../../src/device/keyring/byte-string.ts";

const outDir = mkdtempSync(join(tmpdir(), "prystan-thread-"));
let thread: DerivingThread | undefined;
beforeAll(async () => {
  const entry = "server/web/sign-in/deriving-thread.ts";
  await build({
    ...{ configFile: false, logLevel: "error", publicDir: false, ssr: { noExternal: true } },
    build: { ssr: entry, outDir, target: "node20", rolldownOptions: { output: { entryFileNames: "thread.mjs" } } },
  });
  thread = openDerivingThread(pathToFileURL(join(outDir, "thread.mjs")), 3);
});
afterAll(async () => {
  await thread?.close();
  rmSync(outDir, { recursive: true, force: true });
});

const salt = byteStringOf(Uint8Array.from({ length: 16 }, (_, byte) => byte * 16));
const cheap = { version: 1, memory: 64, passes: 1, lanes: 1, salt } as const;

test("What is derived in the thread is what is derived here", async () => {
  expect(await thread?.derive("чотири слова", cheap)).toEqual(await argon2("чотири слова", cheap));
});

test("Others are answered while passphrases are derived, and those that come too late are told so", async () => {
  const dear = { ...cheap, memory: 65_536, passes: 3 };
  const order: string[] = [];
  const derived = [1, 2, 3].map((guess) => thread?.derive(`guess ${guess}`, dear).then(() => order.push("derived")));
  await expect(thread?.derive("one too many", dear)).rejects.toThrow(TooBusy);
  await new Promise((resolve) => setImmediate(resolve)).then(() => order.push("another"));
  await Promise.all(derived);
  expect(order[0]).toBe("another");
  expect(await thread?.derive("afterwards", cheap)).toHaveLength(32);
});

test("Where the server was not built there is no thread", () => {
  expect(openDerivingThread(pathToFileURL(join(outDir, "none.mjs")))).toBeUndefined();
});
