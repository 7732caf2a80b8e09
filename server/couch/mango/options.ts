import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";

/** Refuses (400) a value of a wrong form, by the name that CouchDB has for it (`mango_error.erl`). */
type Check = (value: Json) => void;

/** What may stand in a question or a definition, in the order in which it is looked at. */
export type Options = Readonly<Record<string, { readonly check: Check; readonly isRequired?: true }>>;

/** Refuses (400) what lacks a member, has one of a wrong form, or one that nobody knows. */
export const checkOptions = (given: JsonObject, options: Options): void => {
  for (const [name, { check, isRequired }] of Object.entries(options)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value !== undefined) check(value);
    else if (isRequired) refuse(400, "missing_required_key", `Missing required key: ${name}`);
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(options, name));
  if (unknown !== undefined) refuse(400, "invalid_key", `Invalid key ${unknown.slice(0, 100)} for this request.`);
};

/** What is wrong with a value, shortened. */
export const shown = (value: Json): string => JSON.stringify(value).slice(0, 200);

export const anything: Check = () => {};

export const nonNegativeInteger: Check = (value) => {
  if (!(Number.isSafeInteger(value) && Number(value) >= 0))
    refuse(400, "invalid_non_neg_integer", `${shown(value)} is not an integer greater than or equal to zero`);
};

export const positiveInteger: Check = (value) => {
  if (!(Number.isSafeInteger(value) && Number(value) > 0))
    refuse(400, "invalid_pos_integer", `${shown(value)} is not an integer greater than zero`);
};

export const boolean: Check = (value) => {
  if (typeof value !== "boolean") refuse(400, "invalid_boolean", `Invalid boolean value: ${shown(value)}`);
};

export const string: Check = (value) => {
  if (typeof value !== "string") refuse(400, "invalid_string", `Invalid string: ${shown(value)}`);
};

export const nonEmptyString: Check = (value) => {
  if (value === "") refuse(400, "invalid_empty_string", "Index name or ddoc cannot be empty string");
  string(value);
};

export const selectorObject: Check = (value) => {
  if (!isObject(value)) refuse(400, "invalid_selector_json", `Selector must be a JSON object, not: ${shown(value)}`);
};

/** `design`, `design/name`, or a list of these parts. */
export const indexName: Check = (value) => {
  const parts = typeof value === "string" ? value.replace(/^_design\//, "").split("/") : value;
  const isName =
    parts === null || (Array.isArray(parts) && parts.length <= 2 && parts.every((part) => typeof part === "string"));
  if (!isName) refuse(400, "invalid_index_name", `Invalid index name: ${shown(value)}`);
};

export const fieldList: Check = (value) => {
  if (!Array.isArray(value))
    return refuse(400, "invalid_fields", `Fields must be an array of strings, not: ${shown(value)}`);
  const wrong = value.find((field) => typeof field !== "string");
  if (wrong !== undefined) refuse(400, "invalid_field", `Invalid JSON for field spec: ${shown(wrong)}`);
};

/** `["a", {"b": "desc"}]` as pairs. */
export const sortFields = (fields: Json): [field: string, order: "asc" | "desc"][] => {
  if (!Array.isArray(fields))
    return refuse(400, "invalid_sort_json", `Sort must be an array of sort specs, not: ${shown(fields)}`);
  const pairs = fields.map((field): [string, "asc" | "desc"] => {
    if (typeof field === "string" && field !== "") return [field, "asc"];
    const [entry, ...more] = isObject(field) ? Object.entries(field) : [];
    if (!entry || more.length > 0 || (entry[1] !== "asc" && entry[1] !== "desc"))
      return refuse(400, "invalid_sort_field", `Invalid sort field: ${shown(field)}`);
    return [entry[0], entry[1]];
  });
  if (new Set(pairs.map(([, order]) => order)).size > 1)
    return refuse(400, "unsupported_mixed_sort", "Sorts currently only support a single direction for all fields.");
  return pairs;
};

export const sortList: Check = (value) => void sortFields(value);
