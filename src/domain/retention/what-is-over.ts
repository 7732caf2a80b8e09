import { addDays } from "../dates/add-days.ts";
import type { Document } from "../model/document.ts";
import { groupBy } from "../model/group-by.ts";
import { overHouseholds } from "./households.ts";
import { type Ends, lastHeard, latestDay } from "./last-heard.ts";
import { retentionDays } from "./retention-days.ts";

/** Whether the server has heard of a document within so many days: what a phone's clock says cannot make anything older. */
export type IsRecent = (id: string, days: number) => boolean;

/**
 * Ids of the documents of one database that may be kept no longer on `today` (`YYYY-MM-DD`), of all that are there (domain reference 8.3). It
 * follows from stays, trips and contacts, never from a day that somebody wrote as the last: whoever lives here does not end, nor
 * who came with them.
 */
export const whatIsOver = (documents: readonly Document[], today: string, isRecent: IsRecent): readonly string[] => {
  const isPast = (heard: string, days: number) => heard !== "" && addDays(heard, days) < today;
  const ends: Ends = (about, days) =>
    isPast(latestDay(about.map(lastHeard)), days) && !about.some(({ _id }) => isRecent(_id, days));
  return [
    ...overHouseholds(documents, ends),
    ...overTrips(documents, ends),
    ...documents.filter(
      ({ kind, ...review }) => kind === "handedIn" && ends([review as Document], retentionDays.complete),
    ),
  ].map(({ _id }) => _id);
};

/** A trip ends with its passengers and what was scanned at its door; of one with an incident it is kept longer. */
const overTrips = (documents: readonly Document[], ends: Ends): readonly Document[] => {
  const trips = groupBy(documents, ({ kind, _id, tripId }) => {
    if (kind === "trip") return _id;
    return ofTrip.has(kind) ? String(tripId) : undefined;
  });
  return [...trips.values()].flatMap((about) => {
    const hadIncident = about.some(({ status }) => status === "incident");
    return ends(about, hadIncident ? retentionDays.complete : retentionDays.manifest) ? about : [];
  });
};

const ofTrip: ReadonlySet<string> = new Set(["line", "scan"]);
