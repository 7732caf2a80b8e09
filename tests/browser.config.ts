import { fileURLToPath } from "node:url";
import { mergeConfig } from "vitest/config";
import usual from "../vite.config.ts";
import { browser, longOnly } from "./suites.mjs";

const quickArgon2 = fileURLToPath(new URL("support/builds/quick-argon2.ts", import.meta.url));

/** What opens Chromium. One process a worker: its files share one browser. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  {
    test: {
      include: browser,
      exclude: longOnly,
      isolate: false,
      env: { QUICK_DERIVATION: "1" },
      alias: [{ find: /^hash-wasm$/, replacement: quickArgon2 }],
    },
  },
);
