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
  const names = Object.keys(object);
  let same = true;
  let previous = "";
  const members = names.map((name) => {
    const before = object[name] as Json;
    const after = sortMembers(before);
    same &&= after === before && previous <= name;
    previous = name;
    return [name, after] as const;
  });
  if (same) return object;
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
};
