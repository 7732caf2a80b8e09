import { mergeConfig } from "vitest/config";
import usual from "../vite.config.ts";
import { browser, longOnly, replacing, slowUnits } from "./suites.mjs";
import { InvariantsFirst } from "./support/runs/invariants-first.ts";

const excluded = [...browser, ...longOnly, "**/node_modules/**", ...(process.env.QUICK ? slowUnits : [])];
const apart = [...excluded, ...replacing];
const project = (name: string, test: object, exclude = excluded) =>
  mergeConfig(usual, { test: { name, exclude, ...test } });

/** What needs no browser, in the shortest time; with `QUICK` without what needs seconds a file. */
export default mergeConfig(usual, {
  test: {
    sequence: { sequencer: InvariantsFirst },
    maxWorkers: 3, // some wait for servers that they start
    projects: [
      // Files share a process: none of them replaces a module.
      withOnly(project("app", { isolate: false }, apart), [
        "tests/src/**/*.test.{ts,tsx}",
        "tests/invariants/**/*.test.ts",
      ]),
      withOnly(project("server", { isolate: false }, apart), ["tests/server/**/*.test.ts"]),
      withOnly(project("replacing", {}), replacing),
    ],
  },
});

function withOnly<C extends { test?: object }>(config: C, include: readonly string[]): C {
  return { ...config, test: { ...config.test, include } };
}
