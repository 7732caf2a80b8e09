import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";

/** One import of a file: the path of a file of ours, or the name of a package (`node` for Node's own). */
export type Import = { readonly of: string; readonly isOurs: boolean; readonly isType: boolean };

/** Everything that a file imports, read from its syntax: static, dynamic and re-exported. */
export const importsOf = (path: string, source: string): Import[] => {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const fixed = module.staticImports.map(({ moduleRequest, entries }) => ({
    name: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ name: moduleRequest.value, isType }] : [])),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const name = /^["'](.*)["']$/.exec(source.slice(start, end))?.[1];
    return name ? [{ name, isType: false }] : [];
  });
  return [...fixed, ...passedOn, ...dynamic].map(({ name, isType }) => ({ ...target(path, name), isType }));
};

const target = (path: string, name: string) => {
  if (name.startsWith(".")) return { of: join(dirname(path), name), isOurs: true };
  if (name.startsWith("node:")) return { of: "node", isOurs: false };
  return { of: name.startsWith("virtual:") ? name : packageOf(name), isOurs: false };
};

/** `rxdb/plugins/core` → `rxdb`, `@fastify/static` as it is. */
const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
