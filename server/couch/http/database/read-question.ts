import type { Json, JsonObject } from "../../json/json.ts";
import { asksForNothing, compileSelector, type Selector } from "../../mango/compile-selector.ts";
import { fieldPath } from "../../mango/field-path.ts";
import {
  boolean,
  checkOptions,
  fieldList,
  indexName,
  nonNegativeInteger,
  type Options,
  positiveInteger,
  selectorObject,
  shown,
  sortFields,
  sortList,
  string,
} from "../../mango/options.ts";
import { badRequest, refuse } from "../../refuse.ts";
import type { Database } from "../../store/database.ts";
import { indexesOf } from "./index-definitions.ts";

export type Sort = readonly [path: readonly string[], order: "asc" | "desc"];

export type Question = {
  readonly fits: Selector;
  readonly sort: readonly Sort[];
  /** The fields that are shown, as paths; all if undefined. */
  readonly fields: readonly (readonly string[])[] | undefined;
  readonly limit: number;
  /** Rows to pass over: `skip`, or what the bookmark says. */
  readonly skip: number;
};

const DEFAULT_LIMIT = 25;
const MOST_FIELDS = 500;

/** What `_find` is asked; refuses (400) by the names that CouchDB has for what is malformed. */
export const readQuestion = (database: Database, body: JsonObject): Question => {
  checkOptions(body, questionOptions);
  const { selector, fields, sort = [], limit = DEFAULT_LIMIT, skip = 0, bookmark } = body;
  const picked = (fields ?? []) as readonly string[];
  if (picked.length > MOST_FIELDS) return badRequest(`At most ${MOST_FIELDS} fields can be shown.`);
  return {
    fits: asksForNothing(selector as JsonObject) ? () => false : compileSelector(selector as JsonObject),
    sort: readSort(database, sort),
    fields: picked.length === 0 ? undefined : picked.map(fieldPath),
    limit: Number(limit),
    skip: typeof bookmark === "string" && bookmark !== "nil" && bookmark !== "" ? readBookmark(bookmark) : Number(skip),
  };
};

const isBookmark = (value: Json): void => {
  if (value !== null && typeof value !== "string")
    refuse(400, "invalid_bookmark", `Invalid bookmark value: ${shown(value)}`);
};

const isStale = (value: Json): void => {
  if (value !== false && value !== "false" && value !== "ok") refuse(400, "invalid_value", "Invalid value for stale");
};

const questionOptions: Options = {
  selector: { check: selectorObject, isRequired: true },
  use_index: { check: indexName },
  bookmark: { check: isBookmark },
  limit: { check: nonNegativeInteger },
  skip: { check: nonNegativeInteger },
  sort: { check: sortList },
  fields: { check: fieldList },
  partition: { check: string },
  r: { check: positiveInteger },
  conflicts: { check: boolean },
  stale: { check: isStale },
  update: { check: boolean },
  stable: { check: boolean },
  execution_stats: { check: boolean },
  allow_fallback: { check: boolean },
};

const readSort = (database: Database, sort: Json): Sort[] => {
  const fields = sortFields(sort);
  if (fields.length === 0) return [];
  const names = fields.map(([field]) => field);
  const isIndexed =
    names.join() === "_id" || indexesOf(database).some((index) => names.every((name, i) => index.fields[i] === name));
  if (!isIndexed)
    return refuse(400, "no_usable_index", "No index exists for this sort, try indexing by the sort fields.");
  return fields.map(([field, order]) => [fieldPath(field), order]);
};

const readBookmark = (text: string): number => {
  const [, shown] = /^p(\d{1,9})$/.exec(Buffer.from(text, "base64url").toString("latin1")) ?? [];
  return shown === undefined
    ? refuse(400, "invalid_bookmark", `Invalid bookmark value: ${JSON.stringify(text)}`)
    : Number(shown);
};
