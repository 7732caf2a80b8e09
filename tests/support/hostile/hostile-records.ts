import { directoryDatabase, siteDatabase, tripDatabase } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { Kind } from "../../../src/domain/model/kind.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { aDocument } from "../data/document-versions.ts";
import { hostileContent, hostileRounds, keyOfRound } from "./hostile-content.ts";
import { payloads, payloadsUpTo } from "./payloads.ts";

/** Records of every kind with a payload in every text, by the database they lie in. */
export type HostileRecords = ReadonlyMap<string, readonly Document[]>;

/** Trips that are under way: each has a database of its own on the driver's phone. */
export const hostileTrips = 2;

/** One record of every kind and round, each round's records belonging together. The newest of a site are those of the last round. */
export const hostileRecords = (site: string, now: number, rounds = hostileRounds): HostileRecords => {
  const found = new Map<string, Document[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const kind of Object.values<Kind>(kinds)) {
      const database = databaseOf(kind, site, round);
      if (!database) continue;
      const record = disputed(hostileRecord(kind, site, round, new Date(now + round * 1_000)), round);
      found.set(database, [...(found.get(database) ?? []), record]);
    }
  return found;
};

const hostileRecord = (kind: Kind, site: string, round: number, at: Date): Document => {
  const content = { ...hostileContent(kind, round), ...shown(at.toISOString(), site, round)[kind.name] };
  for (const field of hidden) delete content[field];
  return aDocument(kind, { ...content, ...unknownFields(round) }, { by: short(round), site, key: keyOfRound(round) });
};

const databaseOf = ({ homes }: Kind, site: string, round: number): string | undefined => {
  if (homes.includes("directory")) return directoryDatabase;
  if (homes.includes("site")) return siteDatabase(site);
  return round < hostileTrips ? tripDatabase(`trip:${keyOfRound(round)}`) : undefined;
};

/** What makes the records of a round meet on the screens. */
const shown = (at: string, site: string, round: number): Readonly<Record<string, object>> => ({
  person: { recordState: "quick" },
  group: { arrivedAt: at },
  bed: { blocked: false },
  presence: { event: "check_in", order: 1, at },
  rollCall: { startedAt: at, ...(round % 2 && { endedAt: at }) },
  trip: {
    departAt: at,
    status: round < hostileTrips ? "boarding" : "draft",
    driverAccounts: [short(round), "driver"],
    seatsUsable: 60,
    stops: [0, 1].map((stop) => ({ ...stopOf(round + stop), site, plannedAt: at })),
  },
  line: { status: "booked" },
  scan: { at },
});

const stopOf = (round: number) => ({ ...(hostileContent(kinds.trip, round).stops as readonly object[])[0] });

/** Would take the record off the screens, or to another site. */
const hidden = ["mergedFrom", "mergedInto", "movesTo", "destinationSite", "plannedTo"] as const;

/** A newer app's fields, named as nobody should name them. */
const unknownFields = (round: number): object => ({
  [nth(round)]: nth(round + 1),
  toString: nth(round + 2),
  hasOwnProperty: nth(round + 3),
});

/** Every tenth record as if two people had written two payloads into each of its texts, unseen of each other. */
const disputed = (document: Document, round: number): Document => {
  const fields = Object.keys(document).filter((field) => texts.has(field));
  if (round % 10 || fields.length === 0) return document;
  const { stamps } = document;
  const waiting = fields.map((field) => [
    field,
    [
      ["9.devb", document[field]],
      ["9.deva", nth(round)],
    ],
  ]);
  return {
    ...document,
    rivals: Object.fromEntries(waiting),
    stamps: {
      ...stamps,
      own: Object.fromEntries(fields.map((field) => [field, "9.devb"])),
      seen: { ...stamps.seen, deva: 9, devb: 9 },
      edits: {
        ...stamps.edits,
        "9.deva": [short(round + 1), document.createdAt],
        "9.devb": [short(round + 2), document.createdAt],
      },
    },
  } as Document;
};

const texts: ReadonlySet<string> = new Set([
  "givenName",
  "originSettlement",
  "destCity",
  "keyNo",
  "leaveContact",
  "notes",
]);

const nth = (place: number): string => payloads[place % payloads.length] ?? "";
const short = (place: number): string => payloadsUpTo(80)[place % payloadsUpTo(80).length] ?? "";
