import { mergeConfig } from "vitest/config";
import usual from "../vite.config.ts";
import { browser, longOnly } from "./suites.mjs";
import { InvariantsFirst } from "./support/invariants-first.ts";

/** What needs no browser, in the shortest time. */
export default mergeConfig(usual, {
  test: { exclude: [...browser, ...longOnly, "**/node_modules/**"], sequence: { sequencer: InvariantsFirst } },
});
