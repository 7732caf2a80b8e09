import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ids, places, table, withoutPlace } from "../hazards.mjs";

const root = new URL("../../", import.meta.url).pathname;

test("Every fault, attack, property and load has a test, or a reason why not", () => {
  expect(ids.length).toBe(68);
  expect(withoutPlace()).toEqual([]);
});

test("The tests that the table names exist", () => {
  const files = Object.values(places).flatMap((place) => place.files);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("The README shows the table as it is", () => {
  const shown = readFileSync(join(root, "tests/README.md"), "utf8").split("\n");
  expect(shown.filter((line) => /^\| [A-Z]\d+ \|/.test(line))).toEqual(table());
});
