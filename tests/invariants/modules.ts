import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importsOf } from "./imports-of.ts";

export const root = new URL("../../", import.meta.url).pathname;

/** Files of a folder, below it too, whose names match; paths from the project's folder. */
export const filesIn = (folder: string, named: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => named.test(path) && !/node_modules|^\.output/.test(path))
    .map((path) => join(folder, path));

/** Modules of the program by path, each with the modules of ours that it imports, types included. */
export const importGraph = (): ReadonlyMap<string, readonly string[]> => {
  const modules = ["src", "sw", "server"]
    .flatMap((folder) => filesIn(folder, /\.(tsx?|mjs|js)$/))
    .filter((path) => !path.endsWith(".d.ts"));
  return new Map(
    modules.map((path) => {
      const imports = importsOf(path, readFileSync(join(root, path), "utf8"));
      return [path, imports.flatMap(({ of, isOurs }) => (isOurs && modules.includes(of) ? [of] : []))];
    }),
  );
};

/** Everything that can be reached from some modules, themselves included. */
export const reachableFrom = (
  graph: ReadonlyMap<string, readonly string[]>,
  entries: readonly string[],
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return reached;
};

/** Modules that can be reached from what they import. */
export const inCircles = (graph: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...graph].flatMap(([path, imports]) => (reachableFrom(graph, imports).has(path) ? [path] : []));
