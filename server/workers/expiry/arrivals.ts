import { addDays } from "../../../src/domain/dates/add-days.ts";
import { retentionDays } from "../../../src/domain/retention/retention-days.ts";
import type { HeardWithin } from "../../../src/domain/retention/what-is-over.ts";
import type { CouchClient } from "../../couch-client.ts";
import { serverDatabase } from "../../phones/phone-record.ts";

/** By day, how far a database had come: what changed behind that came on that day or later, whatever a phone's clock says. */
type Log = { readonly _rev?: string; readonly days?: readonly Entry[] };
type Entry = readonly [day: string, sequence: string | number];

/** Where no account writes. */
const logOf = (database: string): string => `${serverDatabase}/_local/arrivals:${database}`;
/** A year and some days to spare. */
const mostEntries = 400;

/** The days on which a pass noted how far the database had come, oldest first. */
export const daysNoted = async (couch: CouchClient, database: string): Promise<readonly string[]> =>
  ((await readLog(couch, database)).days ?? []).map(([day]) => day);

/** Notes today, and answers of which documents the server has heard within so many days. */
export const arrivalsIn = async (couch: CouchClient, database: string, today: string): Promise<HeardWithin> => {
  const log = await readLog(couch, database);
  const past = (log.days ?? []).filter(([day]) => day <= today);
  const heard = new Map<number, ReadonlySet<string>>();
  const forgotten = new Set<number>();
  for (const days of new Set(Object.values(retentionDays))) {
    const [, since] = past.find(([day]) => addDays(day, days) >= today) ?? [];
    const changed = since === undefined ? undefined : await changedSince(couch, database, since);
    if (changed) heard.set(days, changed);
    else if (since !== undefined) forgotten.add(days);
  }
  await noteToday(couch, database, today, { ...log, days: past });
  return (id, days) => {
    if (heard.get(days)?.has(id)) return true;
    return !forgotten.has(days) && past.some(([day]) => addDays(day, days) < today) ? false : undefined;
  };
};

const readLog = async (couch: CouchClient, database: string): Promise<Log> => {
  const { status, body } = await couch.get<Log>(logOf(database));
  return status === 200 ? body : {};
};

const noteToday = async (couch: CouchClient, database: string, today: string, log: Log): Promise<void> => {
  const days = log.days ?? [];
  const { body } = await couch.get<{ readonly update_seq: string | number }>(database);
  if (days.at(-1)?.[0] === today) return;
  await couch.put(logOf(database), { ...log, days: [...days, [today, body.update_seq]].slice(-mostEntries) });
};

/**
 * Nothing where the place is not known any more, as after a store was put back: then the records' own days count. Throws where it cannot be
 * read: nobody ends because a question was not answered.
 */
const changedSince = async (
  couch: CouchClient,
  database: string,
  since: Entry[1],
): Promise<ReadonlySet<string> | undefined> => {
  const { status, body } = await couch.get<{ readonly results: readonly { readonly id: string }[] }>(
    `${database}/_changes?since=${encodeURIComponent(since)}`,
  );
  if (status === 400) return undefined;
  if (status !== 200) throw new Error(`what was heard lately cannot be looked for: ${status}`);
  return new Set(body.results.map(({ id }) => id));
};
