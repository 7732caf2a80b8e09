import { isObject, type Json, type JsonObject } from "../json/json.ts";

/** CouchDB's order of JSON values: null, false, true, numbers, strings, lists, objects. */
export const compareJson = (a: Json, b: Json): number => {
  const kind = rank(a) - rank(b);
  if (kind !== 0) return kind;
  if (typeof a === "number") return a - (b as number);
  if (typeof a === "string") return compareStrings(a, b as string);
  if (Array.isArray(a)) return compareLists(a, b as Json[]);
  if (isObject(a)) return compareObjects(a, b as JsonObject);
  return 0;
};

const rank = (value: Json): number => {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 2 : 1;
  if (typeof value === "number") return 3;
  if (typeof value === "string") return 4;
  return Array.isArray(value) ? 5 : 6;
};

const collator = new Intl.Collator("en", { caseFirst: "lower" });

/** Unicode collation like CouchDB's views; equal there but different stays in a fixed order. */
const compareStrings = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);

/** Member by member in their order. A selector compares one object with hundreds, so nothing is made of its members. */
const compareObjects = (a: JsonObject, b: JsonObject): number => {
  const [names, others] = [Object.keys(a), Object.keys(b)];
  for (let i = 0; i < Math.min(names.length, others.length); i++) {
    const [name, other] = [names[i] as string, others[i] as string];
    const order = compareStrings(name, other) || compareJson(a[name] as Json, b[other] as Json);
    if (order !== 0) return order;
  }
  return names.length - others.length;
};

const compareLists = (a: readonly Json[], b: readonly Json[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareJson(a[i] as Json, b[i] as Json);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};
