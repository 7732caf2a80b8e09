import type { Document } from "../../src/domain/document.ts";
import type { KindName, Kinds } from "../../src/domain/kinds.ts";
import type { Records } from "../../src/live/records.ts";

/** Records that stand still: what lies in which database. */
export const aRecords = (databases: Readonly<Record<string, readonly object[]>>): Records => ({
  all: <K extends KindName>(database: string, kind: K) =>
    new Map(
      ((databases[database] ?? []) as readonly Document[])
        .filter((document) => document.kind === kind)
        .map((document) => [document._id, document as unknown as Kinds[K]]),
    ),
  sending: () => undefined,
  version: () => 0,
  subscribe: () => () => undefined,
  databases: () => Object.keys(databases),
  close: () => undefined,
});
