import { mergeConfig } from "vitest/config";
import usual from "../vite.config.ts";
import { browser, longOnly } from "./suites.mjs";

/** One process a worker: its files share one Chromium. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  { test: { include: browser, exclude: longOnly, isolate: false, fileParallelism: true } },
);
