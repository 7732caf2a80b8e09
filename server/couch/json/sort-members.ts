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
  for (const name of Object.keys(from).sort()) sorted[name] = from[name] as Json;
  return sorted;
};
