import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testHooks } from "../../src/ui/test-hooks.ts";
import { filesIn, root } from "./modules.ts";

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

test("Every name by which tests find things stands on some page, and none is asked for that is not there", () => {
  const pages = filesIn("src", /\.tsx$/)
    .map(textOf)
    .join("\n");
  const unused = Object.keys(testHooks).filter(
    (name) => !pages.includes(`test="${name}"`) && !pages.includes(`hook("${name}")`),
  );
  expect(unused).toEqual([]);
  const asked = ["tests/journeys", "tests/attacks", "tests/faults", "tests/support"]
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .flatMap((path) => [...textOf(path).matchAll(/\[data-test=([a-z-]+)\]/g)].map(([, name = ""]) => name));
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !(name in testHooks))).toEqual([]);
});
