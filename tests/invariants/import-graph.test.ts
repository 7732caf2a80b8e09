import { expect, test } from "vitest";
import { importGraph, inCircles, reachableFrom } from "./modules.ts";

const graph = importGraph();

/** Where the program begins. */
const entries = [
  "src/main.tsx",
  "sw/worker.ts",
  "sw/kill-switch.js",
  "sw/vite-plugin.ts",
  "server/start.mjs",
  "server/dev.mjs",
  "server/main.ts",
  "server/cli/start.mjs",
  "server/cli/prystan.ts",
  "server/vite.config.ts",
  "server/design/validate-update.ts",
  "server/design/validator-text.ts",
  "server/demo/extract-demo.mjs",
];

/** Written for work that is planned; each is tested. */
const waiting = [
  "src/device/keyring/argon2-worker.ts", // the build puts both in the place of `load-argon2.ts`
  "src/device/keyring/derive-in-worker.ts",
  "src/domain/numbers/mrz-check-digit.ts",
  "src/domain/numbers/mrz-format.ts",
  "src/domain/numbers/mrz.ts",
  "src/domain/numbers/pesel.ts",
  "src/domain/numbers/rnokpp.ts",
  "src/domain/numbers/unzr.ts",
  "src/domain/reports/suppress-small-cells.ts",
  "src/store/match-selector.ts", // the build puts it in the place of a module of RxDB
  "src/ui/scanner/decode/decode-worker.ts", // named by its address (`app/scanner/open-decoder.ts`)
];

test("No module imports itself by way of others, types included", () => {
  expect(graph.size).toBeGreaterThan(400);
  expect(inCircles(graph)).toEqual([]);
});

test("Every module is reached from where the program begins, but for those that wait for later work", () => {
  const reached = reachableFrom(graph, entries);
  expect([...graph.keys()].filter((path) => !reached.has(path)).sort()).toEqual(waiting);
});

test("A circle and a module that nothing reaches are seen", () => {
  const seeded = new Map([
    ["a.ts", ["b.ts"]],
    ["b.ts", ["c.ts"]],
    ["c.ts", ["b.ts"]],
    ["d.ts", ["a.ts"]],
  ]);
  expect(inCircles(seeded)).toEqual(["b.ts", "c.ts"]);
  expect([...reachableFrom(seeded, ["a.ts"])].sort()).toEqual(["a.ts", "b.ts", "c.ts"]);
});
