import { contentFields, type Document, isContent, type Sibling } from "../model/document.ts";
import type { Stamp } from "./stamps.ts";

/** The surviving writes of each field, by their stamps. */
export type Writes = Map<string, Map<Stamp, Sibling>>;

/** The surviving writes of each field, spelled out. */
export const writesOf = (document: Document): Writes => {
  const { base, own = {} } = document.stamps;
  const siblings = document.rivals ?? {};
  const writes: Writes = new Map();
  const named = [...Object.keys(own), ...Object.keys(siblings)].filter(isContent);
  for (const field of new Set([...contentFields(document), ...named])) {
    const values = siblings[field] ?? [
      field in document ? [own[field] ?? base, document[field]] : ([own[field] ?? base] as const),
    ];
    writes.set(field, new Map(values.map((rival) => [rival[0], rival])));
  }
  return writes;
};
