import type { Json, JsonObject } from "./json.ts";

/**
 * The same JSON with the members of every object in code-unit order: the canonical form that revisions are hashed
 * from. Gives back the very value where it is in order already, so that the caller may reuse its text.
 */
export const sortMembers = <T extends Json>(value: T): T => {
  if (typeof value !== "object" || value === null) return value;
  return (Array.isArray(value) ? sortElements(value) : sortObject(value)) as T;
};

const sortElements = (list: Json[]): Json[] => {
  let sorted: Json[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const element = list[i] as Json;
    const after = sortMembers(element);
    if (after !== element) {
      sorted ??= list.slice();
      sorted[i] = after;
    }
  }
  return sorted ?? list;
};

/** Few names, as documents have, are put in order in their own list: `sort` would allocate several times. */
const sortedNames = (names: string[]): string[] => {
  if (names.length > FEW) return names.sort();
  for (let i = 1; i < names.length; i++) {
    const name = names[i] as string;
    let at = i;
    for (; at > 0 && (names[at - 1] as string) > name; at--) names[at] = names[at - 1] as string;
    names[at] = name;
  }
  return names;
};

const FEW = 32;

const sortObject = (object: JsonObject): JsonObject => {
  let isSorted = true;
  let changed: JsonObject | undefined;
  let previous = "";
  for (const name in object) {
    if (name < previous) isSorted = false;
    previous = name;
    const before = object[name] as Json;
    if (typeof before !== "object" || before === null) continue;
    const after = sortMembers(before);
    if (after === before) continue;
    changed ??= { ...object };
    changed[name] = after;
  }
  if (isSorted) return changed ?? object;
  const from = changed ?? object;
  const sorted: JsonObject = {};
  for (const name of sortedNames(Object.keys(from))) sorted[name] = from[name] as Json;
  return sorted;
};
