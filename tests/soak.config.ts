import { mergeConfig } from "vitest/config";
import usual from "../vite.config.ts";

/** Everything there is; a part of the long suite names its files. One after the other: what is long may be heavy. */
export default mergeConfig(usual, {
  test: {
    exclude: ["tests/bench/**", "**/node_modules/**"],
    fileParallelism: false,
    testTimeout: 24 * 3_600_000,
  },
});
