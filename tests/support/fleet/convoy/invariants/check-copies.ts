import { dominates } from "../../../../../src/domain/merge/merge.ts";
import { tripDatabase } from "../../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../../src/domain/model/document.ts";
import { databaseOf, type Row } from "../../../../../src/store/row.ts";
import { canonical } from "../../invariants/canonical.ts";
import { checkSentState } from "../../invariants/check-sent-state.ts";
import type { Convoy, Traveller } from "../convoy.ts";

/** What the server holds of each database. */
export type Stored = ReadonlyMap<string, readonly Document[]>;

/** Holds at rest: P2 (all copies are the same), P3 (all is sent but what a right that was taken keeps back), P9 (all can be read). */
export const checkCopies = async (convoy: Convoy, stored: Stored): Promise<void> => {
  for (const traveller of convoy.travellers) {
    const { phone } = traveller;
    if (phone.store.damaged() > 0) throw new Error(`P9: ${phone.name} cannot read ${phone.store.damaged()} rows`);
    await checkSentState(phone, convoy.server);
    const open = phone.account.databases;
    for (const database of phone.store.databases()) {
      const rows = [...phone.store.rows(database).values()];
      for (const row of rows.filter(({ sent }) => !sent)) checkWaits(convoy, traveller, row);
      if (!open.includes(database)) continue;
      const waiting = new Set(rows.flatMap(({ sent, document }) => (sent ? [] : [document._id])));
      const here = canonical(rows.flatMap(({ sent, document }) => (sent ? [document] : [])));
      const there = canonical((stored.get(database) ?? []).filter(({ _id }) => !waiting.has(_id)));
      if (here !== there) throw new Error(`P2: ${phone.name} differs in ${database}:\n${here}\n${there}`);
    }
  }
  checkTripCopies(convoy, stored);
};

/** What stays unsent is something of somebody from whom a right was taken, lies where they may not write any more, and is told. */
const checkWaits = ({ ledger }: Convoy, { name, phone }: Traveller, { id, refused }: Row): void => {
  const isForRights = /^(closed|forbidden|notFound|not_your_role|not_your_field)/.test(refused?.reason ?? "");
  const isClosed = !phone.account.databases.includes(databaseOf({ id }));
  if (!refused || !ledger.hasLost(name) || !(isForRights || isClosed))
    throw new Error(`P3: ${name} cannot send ${id}: ${refused?.reason ?? "?"}`);
};

/** What a site says of a trip and its passengers is known in the trip's own database. */
const checkTripCopies = ({ trips }: Convoy, stored: Stored): void => {
  const all = [...stored].flatMap(([, documents]) => documents);
  for (const trip of trips) {
    const own = stored.get(tripDatabase(trip));
    if (!own || own.length === 0) continue;
    for (const document of all) {
      if (document._id !== trip && !(document.kind === "line" && document.tripId === trip)) continue;
      const copy = own.find(({ _id }) => _id === document._id);
      if (!copy || !dominates(copy, document)) throw new Error(`P2: ${document._id} is not known to its trip`);
    }
  }
};
