import { addDays } from "../dates/add-days.ts";
import type { Document } from "../model/document.ts";
import { groupBy } from "../model/group-by.ts";
import type { ConfidentialNote } from "../model/kinds/confidential-note.ts";
import { isChildTopic } from "../walls/note-content.ts";
import { overHouseholds } from "./households.ts";
import { type Ends, latestDay, momentsOf } from "./last-heard.ts";
import { childConcernDays, retentionDays } from "./retention-days.ts";

/** Whether the server has heard of a document within so many days; nothing where it has not watched for so long. */
export type HeardWithin = (id: string, days: number) => boolean | undefined;

/**
 * Ids of the documents of one database that may be kept no longer on `today` (`YYYY-MM-DD`), of all that are there (domain reference 8.3). It
 * follows from stays, trips and contacts, never from a day that somebody wrote as the last: whoever lives here does not end, nor
 * who came with them.
 */
export const whatIsOver = (
  documents: readonly Document[],
  today: string,
  heardWithin: HeardWithin,
): readonly string[] => {
  const ends: Ends = (about, days) => {
    const heard = about.map(({ _id }) => heardWithin(_id, days));
    if (heard.includes(true)) return false;
    const latest = latestDay(about.flatMap((document) => momentsOf(document, today)));
    // What says no day that can be right ends once the server has watched for long enough.
    return latest === "" ? heard.every((isHeard) => isHeard === false) : addDays(latest, days) < today;
  };
  return [
    ...overHouseholds(documents, ends),
    ...overTrips(documents, ends),
    ...documents.filter((document) => {
      const days = daysAlone(document);
      return days !== undefined && ends([document], days);
    }),
  ].map(({ _id }) => _id);
};

/** Days for which what belongs to no household is kept; nothing for what does. */
const daysAlone = ({ kind, topic }: Document): number | undefined => {
  if (kind === "child") return childConcernDays;
  if (kind === "handedIn") return retentionDays.complete;
  if (kind !== "confidentialNote") return undefined;
  return isChildTopic(topic as ConfidentialNote["topic"]) ? childConcernDays : retentionDays.complete;
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
