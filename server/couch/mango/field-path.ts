import { isObject, type Json, type JsonObject } from "../json/json.ts";

/** `a.b\.c` gives `["a", "b.c"]`. */
export const fieldPath = (name: string): string[] =>
  (name.match(/(?:\\.|[^.\\])+/g) ?? [name]).map((part) => part.replace(/\\(.)/g, "$1"));

/** The value at a path, also through lists by index; undefined if there is none. */
export const fieldAt = (value: Json | undefined, path: readonly string[]): Json | undefined => {
  let at = value;
  for (const name of path) {
    if (at === undefined) return undefined;
    if (Array.isArray(at)) at = /^\d+$/.test(name) ? at[Number(name)] : undefined;
    else at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return at;
};

/** False where a path leads through what is neither an object nor a list with such an element: there nothing is asked, as in CouchDB. */
export const isReachable = (value: Json | undefined, path: readonly string[]): boolean =>
  path.every((_, depth) => {
    const at = fieldAt(value, path.slice(0, depth));
    if (Array.isArray(at)) return fieldAt(at, path.slice(depth, depth + 1)) !== undefined;
    return at === undefined || isObject(at);
  });

/** The document reduced to some of its fields, nested as they were. */
export const pickFields = (doc: JsonObject, paths: readonly (readonly string[])[]): JsonObject => {
  const picked: JsonObject = {};
  for (const path of paths) {
    const value = fieldAt(doc, path);
    if (value !== undefined) put(picked, path, value);
  }
  return picked;
};

const put = (into: JsonObject, [name = "", ...rest]: readonly string[], value: Json): void => {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = isObject(into[name]) ? (into[name] as JsonObject) : {};
  into[name] = inner;
  put(inner, rest, value);
};
