import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, root } from "./modules.ts";

const sizesIn = (folder: string): { path: string; lines: number }[] =>
  filesIn(folder, /\.tsx?$/).map((path) => ({
    path,
    lines: readFileSync(join(root, path), "utf8").split("\n").length - 1,
  }));
const longerThan = (most: number, sizes: readonly { path: string; lines: number }[]) =>
  sizes.filter(({ lines }) => lines > most).map(({ path, lines }) => `${path}: ${lines}`);
const median = (sizes: readonly { lines: number }[]) =>
  sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)];

const code = ["src", "sw", "server"].flatMap(sizesIn);

test("A file fits in the head: half of them have 80 lines at most, none has more than 300", () => {
  expect(median(code)).toBeLessThanOrEqual(80);
  expect(longerThan(300, code)).toEqual([]);
});

test("No test file has more than 500 lines", () => {
  expect(longerThan(500, sizesIn("tests"))).toEqual([]);
});

test("No folder holds more than 25 source files", () => {
  const folders = new Map<string, number>();
  for (const path of ["src", "sw", "server", "tests"].flatMap((folder) => filesIn(folder, /\.(tsx?|mjs|js|css)$/)))
    folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  expect(folders.size).toBeGreaterThan(80);
  expect([...folders].filter(([, files]) => files > 25)).toEqual([]);
});
