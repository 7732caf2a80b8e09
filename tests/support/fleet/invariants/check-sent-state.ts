import { dominates } from "../../../../src/domain/merge/merge.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Phone } from "../phone.ts";
import type { TestServer } from "../test-server.ts";

/** Throws where a phone says something about *sent* and *not sent* that is not so. */
export const checkSentState = async (phone: Phone, server: TestServer): Promise<void> => {
  const rows = phone.store.databases().flatMap((database) => [...phone.store.rows(database).values()]);
  const unsent = rows.filter((row) => !row.sent);
  const refused = unsent.filter((row) => row.refused);
  if (phone.status.unsent !== unsent.length || phone.status.refused !== refused.length)
    throw new Error(
      `P3: ${phone.name} shows ${phone.status.unsent} unsent, ${phone.status.refused} refused, but has ${unsent.length}, ${refused.length}`,
    );
  for (const database of phone.store.databases()) {
    const held = await versionsOn(server, database);
    for (const row of phone.store.rows(database).values()) {
      const versions = held.get(row.document._id) ?? [];
      if (row.sent && !versions.some((version) => dominates(version, row.document)))
        throw new Error(
          `P3: ${phone.name} says ${row.id} is sent, but the server does not have it:\n${JSON.stringify(row)}\n${JSON.stringify(versions)}`,
        );
    }
  }
};

/** Every leaf of every document, for a version may wait in a conflict. */
export const versionsOn = async (server: TestServer, database: string): Promise<Map<string, Document[]>> => {
  const { body } = await server.couch.get<{
    rows: { id: string; doc: Document & { readonly _conflicts?: readonly string[] } }[];
  }>(`${database}/_all_docs?include_docs=true&conflicts=true`);
  const held = new Map<string, Document[]>();
  for (const { id, doc } of body.rows) {
    const { _conflicts = [], ...winner } = doc;
    const losers = _conflicts.map((rev) =>
      server.couch.get<Document>(`${database}/${encodeURIComponent(id)}?rev=${rev}`),
    );
    held.set(id, [winner as Document, ...(await Promise.all(losers)).map(({ body: loser }) => loser)]);
  }
  return held;
};
