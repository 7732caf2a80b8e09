import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url).pathname;
const sizesIn = (folder: string): { path: string; lines: number }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({
      path: join(folder, path),
      lines: readFileSync(join(root, folder, path), "utf8").split("\n").length - 1,
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
