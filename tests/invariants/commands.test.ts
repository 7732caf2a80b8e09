import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rights, type WritableFields } from "../../src/domain/rights/authority.ts";
import { filesIn, root } from "./modules.ts";

/** The rows of the page: kinds, command, file of the domain, files that ask for it, who may. */
const rows = readFileSync(join(root, "src/domain/commands.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| [a-z]/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
  .map(([, kinds = "", command = "", definedIn = "", askedFrom = "", whoMay = ""]) => ({
    kinds: kinds.split(", "),
    command,
    definedIn,
    askedFrom: askedFrom.split(", ").filter((path) => path.includes("/")),
    whoMay,
  }))
  .slice(1);

const callsTheWriter =
  /\b(useChange|useAdd|useActing|useImportRecords)\(|\buseCommand[<(]|\bwriter\.(add|change|beginAnew)\(/;
const read = (path: string): string => readFileSync(join(root, path), "utf8");

test("Each command is where the page says, and each file that asks for it uses it", () => {
  expect(rows.length).toBeGreaterThan(25);
  for (const { command, definedIn, askedFrom } of rows) {
    const isNamed = /^\w+$/.test(command);
    const paths = [...(isNamed ? [`src/domain/${definedIn}`] : []), ...askedFrom.map((path) => `src/${path}`)];
    for (const path of paths) {
      expect(existsSync(join(root, path)), path).toBe(true);
      if (isNamed) expect(read(path), path).toMatch(new RegExp(`\\b${command}\\b`));
    }
  }
});

test("Every screen that writes is named", () => {
  const named = new Set(rows.flatMap(({ askedFrom }) => askedFrom.map((path) => `src/${path}`)));
  const writing = ["src/features", "src/forms"]
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .filter((path) => callsTheWriter.test(read(path)));
  expect(writing.filter((path) => !named.has(path))).toEqual([]);
});

test("Who may is what the table of rights says", () => {
  for (const { kinds, command, whoMay } of rows)
    if (!kinds.includes("any")) expect(whoMay, command).toBe([...new Set(kinds.map(grantsOf))].join("; "));
});

/** `site: lead, volunteer (not mergedInto); trip: driver (only handover)` */
const grantsOf = (kind: string): string =>
  Object.entries(rights)
    .flatMap(([database, kinds]) => {
      const grants = Object.entries(kinds[kind as keyof typeof kinds] ?? {});
      return grants.length === 0
        ? []
        : [`${database}: ${grants.map(([role, reach]) => role + limitOf(reach)).join(", ")}`];
    })
    .join("; ");

const limitOf = (reach: WritableFields): string => {
  if (reach === "all") return "";
  return "only" in reach ? ` (only ${reach.only.join(" ")})` : ` (not ${reach.except.join(" ")})`;
};
