import type { KindName, Kinds } from "../domain/kinds.ts";
import { kinds } from "../domain/kinds.ts";
import type { Records, Sending } from "./records.ts";

export const allKinds = Object.keys(kinds) as readonly KindName[];

/** A document that the server is not known to hold. */
export type Unsent = { readonly database: string; readonly document: Kinds[KindName]; readonly sending: Sending };

/** Everything that is only here, what needs attention first. */
export const unsentOf = (records: Records): readonly Unsent[] =>
  records
    .databases()
    .flatMap((database) =>
      allKinds.flatMap((kind) =>
        [...records.all(database, kind).values()].flatMap((document) => unsent(records, database, document)),
      ),
    )
    .sort((a, b) => Number(b.sending.state === "needsAttention") - Number(a.sending.state === "needsAttention"));

const unsent = (records: Records, database: string, document: Kinds[KindName]): readonly Unsent[] => {
  const sending = records.sending(database, document._id);
  return !sending || sending.state === "sent" ? [] : [{ database, document, sending }];
};
