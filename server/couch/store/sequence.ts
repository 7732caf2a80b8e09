import { badRequest } from "../refuse.ts";
import type { Database } from "./database.ts";

/** A sequence as clients see it: the number and the life of the database that it counts in. Opaque to them. */
export const sequenceText = (database: Database, seq: number): string => `${seq}-${database.instance}`;

/**
 * Reads `since`. A sequence of another database, or one from the future (a restored backup), restarts from 0: the
 * client gets everything once more instead of missing something for ever. Refuses (400) what is no sequence.
 */
export const readSequence = (database: Database, text: string): number => {
  const since = text.startsWith('"') ? text.slice(1, -1) : text;
  if (since === "now") return database.counters.seq;
  if (since === "" || since === "0") return 0;
  const [, number, instance] = /^(\d{1,15})(?:-([\w+/=.~-]+))?$/.exec(since) ?? [];
  if (number === undefined)
    return isForeign(since) ? 0 : badRequest("Malformed sequence supplied in 'since' parameter.");
  const seq = Number(number);
  return instance === database.instance && seq <= database.counters.seq ? seq : 0;
};

/** CouchDB's older sequences: `[23,"g1AAAA…"]`. */
const isForeign = (since: string): boolean => /^\[\d+,.*\]$/.test(since);
