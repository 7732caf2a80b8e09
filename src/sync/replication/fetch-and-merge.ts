import { isReadable } from "../../domain/model/is-readable.ts";
import { err, ok } from "../../domain/model/result.ts";
import type { Store } from "../../store/open-store.ts";
import type { Received } from "../../store/receiver.ts";
import type { Answer, Server } from "../connection/server.ts";
import type { Unanswered } from "./unanswered.ts";

/**
 * Takes over what the server has of some documents, so that the next batch carries both. What the server has lost is marked to
 * be sent again; what it erased, or has in a shape this app cannot join, is answered with the reason.
 */
export const fetchAndMerge = async (
  { server, store, unanswered }: { readonly server: Server; readonly store: Store; readonly unanswered: Unanswered },
  database: string,
  ids: readonly string[],
): Promise<Answer<ReadonlyMap<string, Obstacle>>> => {
  const answer = await server.post<Found>(`${database}/_all_docs?include_docs=true`, { keys: ids });
  if (!answer.ok) return answer;
  const { rows } = answer.value;
  if (!Array.isArray(rows)) return err({ type: "later" });
  const found = rows as Found["rows"];
  await store.receive(database, found.flatMap(parseReceived), (await unanswered.get(database)) ?? {});
  await store.markLost(
    database,
    found.flatMap(({ key, error }) => (error === "not_found" && key ? [key] : [])),
  );
  return ok(
    new Map(
      found.flatMap(({ id, value, doc }): readonly [string, Obstacle][] => {
        if (!id) return [];
        if (value?.deleted) return [[id, "erased"]];
        return doc && !isReadable(doc) ? [[id, "unreadable"]] : [];
      }),
    ),
  );
};

export type Obstacle = "erased" | "unreadable";

/** The document without the transport's revision, and the revision; nothing for what cannot be joined with anything. */
export const parseReceived = ({ doc }: { readonly doc?: unknown }): readonly Received[] => {
  if (typeof doc !== "object" || doc === null) return [];
  const { _rev, _conflicts, ...document } = doc as Record<string, unknown>;
  return isReadable(document) && typeof _rev === "string" ? [{ document, rev: _rev }] : [];
};

type Found = {
  readonly rows: readonly {
    readonly id?: string;
    readonly key?: string;
    readonly error?: string;
    readonly value?: { readonly deleted?: boolean };
    readonly doc?: unknown;
  }[];
};
