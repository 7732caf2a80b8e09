import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Package = {
  readonly resolved?: string;
  readonly hasInstallScript?: true;
  readonly dev?: true;
  readonly link?: true;
};
const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const { packages } = read("package-lock.json") as { packages: Record<string, Package> };
const manifest = read("package.json") as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const installed = Object.entries(packages).filter(([path]) => path !== "");

test("A22: of what runs in production only SQLite's binding runs a script when it is installed, and we run none", () => {
  const scripts = installed.filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev).map(([path]) => path);
  expect(scripts).toEqual(["node_modules/better-sqlite3"]);
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
});

test("A22: every dependency is in the lock file and comes from the registry, not from an address of its own", () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(wanted.filter(([name]) => !(`node_modules/${name}` in packages))).toEqual([]);
  expect(wanted.filter(([, version]) => /[:/]/.test(version))).toEqual([]);
  const elsewhere = installed.filter(
    ([, { resolved, link }]) => link || (resolved && !resolved.startsWith("https://registry.npmjs.org/")),
  );
  expect(elsewhere).toEqual([]);
});
