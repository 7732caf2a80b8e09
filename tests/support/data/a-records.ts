import type { Document } from "../../../src/domain/model/document.ts";
import type { KindName, Kinds } from "../../../src/domain/model/kinds.ts";
import type { DeliveryState, Records } from "../../../src/live/records.ts";

/** Records that stand still: what lies in which database. */
export const aRecords = (
  databases: Readonly<Record<string, readonly object[]>>,
  sendingOf: (id: string) => DeliveryState = () => ({ state: "sent" }),
): Records => ({
  all: <K extends KindName>(database: string, kind: K) =>
    new Map(
      ((databases[database] ?? []) as readonly Document[])
        .filter((document) => document.kind === kind)
        .map((document) => [document._id, document as unknown as Kinds[K]]),
    ),
  filed: () =>
    Object.entries(databases).flatMap(([database, documents]) =>
      (documents as readonly Document[]).map((document) => ({ database, document, sending: sendingOf(document._id) })),
    ),
  find: (database, id) => {
    const document = (databases[database] as readonly Document[] | undefined)?.find(({ _id }) => _id === id);
    return document && { database, document, sending: sendingOf(id) };
  },
  broken: () => [],
  openBroken: () => 0,
  damaged: () => 0,
  sending: (_, id) => sendingOf(id),
  version: () => 0,
  subscribe: () => () => undefined,
  databases: () => Object.keys(databases),
  forget: () => undefined,
  close: () => undefined,
});
