import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

type Renames = { readonly modules: Readonly<Record<string, string>>; readonly names: Readonly<Record<string, string>> };

const root = new URL("../../", import.meta.url).pathname;
/** What was moved and renamed since a10db71, by which checks from outside find the present place of an old import. */
const { modules, names } = JSON.parse(readFileSync(join(root, "docs/renames.json"), "utf8")) as Renames;

test("Every module that moved is where the list says", () => {
  expect(Object.keys(modules).length).toBeGreaterThan(500);
  expect(Object.values(modules).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("Every name that changed is exported where the list says", () => {
  const missing = Object.values(names).filter((place) => {
    const [path = "", name = ""] = place.split("#");
    return !new RegExp(
      `export (const|type|function|class|let|async function) ${name}\\b|export \\{[^}]*\\b${name}\\b`,
    ).test(readFileSync(join(root, path), "utf8"));
  });
  expect(Object.keys(names).length).toBeGreaterThan(200);
  expect(missing).toEqual([]);
});
