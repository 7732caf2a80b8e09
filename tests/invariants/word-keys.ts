import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Tree = { readonly [key: string]: string | Tree };

export const flat = (tree: Tree, path: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}.${key}`, value] as [string, string]] : flat(value, `${path}.${key}`),
  );

export const pluralStem = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, "");

export const emptyPrefix = (prefix: string, keys: ReadonlySet<string>): boolean =>
  ![...keys].some((key) => key.startsWith(prefix));

export type Used = { readonly keys: ReadonlySet<string>; readonly prefixes: ReadonlySet<string> };

/** The rule, kept simple: a string in quotes that begins with the name of an area and a dot, and has nothing but letters,
 *  digits, dots, `_` and `-`, is a key (`"ui.close"`); a template that begins so and goes on with `${` uses all keys under
 *  what stands before (`` `codes.${list}.${code}` `` → all of `codes.`). */
export const usedIn = (folder: string, areas: ReadonlySet<string>): Used => {
  const text = sourcesIn(folder).join("\n");
  const area = [...areas].join("|");
  const keys = text.matchAll(new RegExp(`["'\`]((?:${area})\\.[\\w.-]+)["'\`]`, "g"));
  const prefixes = text.matchAll(new RegExp(`\`((?:${area})\\.[\\w.-]*)\\$\\{`, "g"));
  return {
    keys: new Set([...keys].map(([, key = ""]) => key)),
    prefixes: new Set([...prefixes].map(([, key = ""]) => key)),
  };
};

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => withoutComments(readFileSync(join(file.parentPath, file.name), "utf8")));

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
