import type { Id } from "../../../src/domain/model/field.ts";

/** What every mapping needs to know beside the row. */
export type Mapping = {
  /** The id of our document for a key of the files: the same key always has the same id. */
  readonly id: <K extends string>(kind: K, key: string) => Id<K>;
  /** Our slug for a site's key; undefined when no site has it. */
  readonly slugOf: (siteKey: string) => string | undefined;
  /** A day (`YYYY-MM-DD`), shifted. */
  readonly day: (day: string) => string;
  /** An instant with offset, shifted; in UTC. */
  readonly instant: (instant: string) => string;
};

/** A record without the members that are missing or null. */
export const withoutMissing = <T extends object>(record: T): Present<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null)) as Present<T>;

type Present<T> = { readonly [K in keyof T]: Exclude<T[K], null | undefined> };

/** What `change` makes of a value, nothing of nothing. */
export const ifPresent = <T, R>(value: T | null | undefined, change: (value: T) => R): R | undefined =>
  value === undefined || value === null ? undefined : change(value);
