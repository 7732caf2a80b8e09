import type { Document } from "../../../../src/domain/model/document.ts";
import type { Fleet, Member } from "../fleet.ts";
import type { Phone } from "../phone.ts";
import { checkBeds } from "./beds.ts";
import { canonical } from "./canonical.ts";
import { checkSentState } from "./check-sent-state.ts";

/** Holds after every command, whatever is broken just then: P3 (the truth about sent), P5 (only databases one may open), P7 (nothing vanishes). */
export const checkAlways = async (
  fleet: Fleet,
  { phone, database }: Member,
  known: Map<string, number>,
): Promise<void> => {
  await checkSentState(phone, fleet.server);
  if (phone.lies.length > 0) throw new Error(`P3: ${phone.name} called sent what the server had not: ${phone.lies}`);
  const foreign = phone.store.databases().filter((name) => name !== database && name !== "directory");
  if (foreign.length > 0) throw new Error(`P5: ${phone.name} has documents of ${foreign.join(", ")}`);
  const count = phone.store.rows(database).size;
  if (count < (known.get(phone.name) ?? 0)) throw new Error(`P7: documents vanished from ${phone.name}`);
  known.set(phone.name, count);
};

/** Faults stop; three rounds later everything must be everywhere. */
export const settleFaults = async (fleet: Fleet): Promise<void> => {
  for (const { phone, database, slug } of fleet.members) {
    phone.network.faults.length = 0;
    phone.network.isOnline = true;
    phone.isFull = false;
    phone.hasRoom = true;
    await phone.network.deliverLate();
    await phone.signIn();
    await phone.idle();
    for (const { document } of phone.store.rows(database).values())
      if (document.site !== slug) await repair(phone, database, document._id, slug);
    await phone.idle();
  }
  await fleet.work();
  for (let round = 0; round < 3; round += 1) for (const { phone } of fleet.members) await phone.sync();
};

const repair = ({ store }: Member["phone"], database: string, id: string, site: string) =>
  store.change(database, id, (before: Document) => {
    const { site: _settled, ...rivals } = before.rivals ?? {};
    return { ok: true, value: { ...before, site, rivals } as Document };
  });

/** Holds at rest: P1 (no lost edit), P2 (all the same), P3 (all sent), P4 (one form, one document), P6 (one bed, two people: told). */
export const checkAtRest = async (fleet: Fleet): Promise<void> => {
  const found = new Set<string>();
  for (const database of fleet.databases) {
    const stored = await fleet.server.documents(database);
    for (const [id, { _rev, ...document }] of stored) {
      found.add(`${database}/${id}`);
      fleet.ledger.hold(`${database}/${id}`, document as unknown as Document);
    }
    const expected = canonical([...stored].map(([, { _rev, ...document }]) => document));
    for (const { phone } of fleet.members.filter((member) => member.database === database)) {
      const { state, unsent } = phone.status;
      if (unsent > 0 || state !== "upToDate") throw new Error(`P3: ${phone.name} is ${state}: ${refusals(phone)}`);
      const here = canonical([...phone.store.rows(database).values()].map((row) => row.document));
      if (here !== expected) throw new Error(`P2: ${phone.name} differs from the server:\n${here}\n${expected}`);
    }
  }
  const saved = fleet.ledger.documents();
  if (String([...found].sort()) !== String(saved)) throw new Error(`P4: saved ${saved}, found ${[...found].sort()}`);
  checkBeds(fleet);
};

const refusals = ({ store }: Phone): string =>
  JSON.stringify(store.databases().flatMap((name) => store.unsent(name).map(({ id, refused }) => ({ id, refused }))));
