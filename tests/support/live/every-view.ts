import { siteNamed, wipesByHolding } from "../../../src/live/access/wipes-by-holding.ts";
import { fieldConflictIn, fieldConflictsOf } from "../../../src/live/attention/field-conflicts.ts";
import { openMattersOf } from "../../../src/live/attention/open-matters.ts";
import { openReviews } from "../../../src/live/attention/open-reviews.ts";
import { placeConflictsOf } from "../../../src/live/attention/place-conflicts.ts";
import { shiftProofOf } from "../../../src/live/attention/shift-proof.ts";
import {
  brokenRecords,
  crowdedRecords,
  madeByNewerApp,
  noRecords,
  unsentOf,
} from "../../../src/live/attention/unsent-view.ts";
import { holderOf, holdersOf, mayNotLeave, mergedRecords } from "../../../src/live/cards/card-holders.ts";
import { oddMerges, otherRecordsOf } from "../../../src/live/duplicates/other-records.ts";
import { groupOfPerson, groupsOf, groupWithPeople, latestGroups } from "../../../src/live/intake/group-view.ts";
import { linkedGroups } from "../../../src/live/intake/linked-groups.ts";
import { peopleOf, personOf, personWithGroup } from "../../../src/live/intake/people-of.ts";
import { withdrawalsToSee, withdrawnIn } from "../../../src/live/intake/withdrawals.ts";
import type { Records } from "../../../src/live/records.ts";
import { childrenAloneIn, houseOf } from "../../../src/live/roster/house.ts";
import { houseDaysOf } from "../../../src/live/roster/house-days.ts";
import { knownToChildren } from "../../../src/live/roster/known-to-children.ts";
import { placeOfPerson } from "../../../src/live/roster/place-of-person.ts";
import { placesInGroup } from "../../../src/live/roster/places-in-group.ts";
import { rollCallsOf } from "../../../src/live/roster/roll-call-view.ts";
import { rosterCounts } from "../../../src/live/roster/roster-counts.ts";
import { overbookedBedsAt, rosterOf } from "../../../src/live/roster/roster-view.ts";
import { staysOfPerson } from "../../../src/live/roster/stays-of.ts";
import { waitingAt, waitingForBed } from "../../../src/live/roster/waiting-for-bed.ts";
import {
  childrenToProtect,
  countedWithoutAdult,
  countToProtect,
} from "../../../src/live/safeguarding/children-to-protect.ts";
import { guardsOf, safeguardingOf } from "../../../src/live/safeguarding/guards.ts";
import { protectedAmong } from "../../../src/live/safeguarding/protected-child.ts";
import { childrenToStop } from "../../../src/live/transport/children-to-stop.ts";
import { directoryOf } from "../../../src/live/transport/directory-view.ts";
import { tripsOfPeople } from "../../../src/live/transport/trips-of-people.ts";
import { tripOf, tripsOf } from "../../../src/live/transport/trips-view.ts";
import { childInPlace } from "../../../src/live/walls/child-form.ts";
import { confidentialNotesIn, sealedNotesOf } from "../../../src/live/walls/confidential-notes.ts";

/** What the views are asked about. */
export type Asked = {
  readonly site: string;
  readonly databases: readonly string[];
  readonly roles: readonly string[];
  readonly today: string;
  /** ISO 8601. */
  readonly now: string;
  readonly personId: string;
  readonly groupId: string;
  readonly tripId: string;
};

type View = (records: Records, asked: Asked) => unknown;

/** Every view of `src/live` that a screen follows, by its name: a test compares them with the screens. */
export const everyView: Readonly<Record<string, View>> = {
  oddMerges: (records, { site, roles }) => oddMerges(records, site, roles),
  otherRecordsOf: (records, { site, personId }) => otherRecordsOf(records, site, personId),
  brokenRecords,
  crowdedRecords,
  madeByNewerApp,
  noRecords,
  unsentOf,
  directoryOf,
  openReviews: (records, { roles }) => openReviews(records, roles),
  fieldConflictIn: (records, { site, personId, roles }) => fieldConflictIn(records, `site-${site}`, personId, roles),
  fieldConflictsOf: (records, { site, roles }) => fieldConflictsOf(records, site, roles),
  openMattersOf,
  placeConflictsOf: (records, { site, databases, now }) => placeConflictsOf(records, site, databases, now),
  shiftProofOf: (records) => shiftProofOf(records, "dev1", "2026-11-24T00:00:00.000Z"),
  childrenToProtect: (records, { site, today }) => childrenToProtect(records, site, today),
  countedWithoutAdult: (records, { site }) => countedWithoutAdult(records, site),
  countToProtect: (records, { site, today }) => countToProtect(records, site, today),
  protectedAmong: (records, { site, groupId, today }) =>
    protectedAmong(records, groupWithPeople(records, site, groupId).people, today),
  holderOf: (records, { site, personId }) => holderOf(records, site, personId),
  mayNotLeave: (records, { site, personId, today }) => {
    const person = holderOf(records, site, personId);
    return person && mayNotLeave(records, person, today);
  },
  mergedRecords: (records, { site, personId }) => mergedRecords(records, site, personId),
  holdersOf: (records, { site }) => holdersOf(records, [site], "100300253"),
  childInPlace: (records, { personId }) => childInPlace(records, ["site-medyka", "protection-org-1"], personId),
  confidentialNotesIn: (records) => confidentialNotesIn(records, ["site-medyka", "care-medyka"]),
  sealedNotesOf: (records, { site, personId }) => sealedNotesOf(records, site, personId),
  safeguardingOf: (records, { site, personId }) => safeguardingOf(records, site, personId),
  guardsOf: (records, { site, personId, today }) => guardsOf(records, site, [personId], today),
  siteNamed: (records, { site }) => siteNamed(records, site),
  wipesByHolding: (records, { site }) => wipesByHolding(records, site),
  groupOfPerson: (records, { site, personId }) => groupOfPerson(records, site, personId),
  groupsOf: (records, { site }) => groupsOf(records, site),
  groupWithPeople: (records, { site, groupId }) => groupWithPeople(records, site, groupId),
  linkedGroups: (records, { site, groupId }) => linkedGroups(records, site, groupId),
  latestGroups: (records, { site }) => latestGroups(records, site),
  peopleOf: (records, { site }) => peopleOf(records, site),
  personOf: (records, { site, personId }) => personOf(records, site, personId),
  personWithGroup: (records, { site, personId }) => personWithGroup(records, site, personId),
  withdrawalsToSee: (records, { site, roles }) => withdrawalsToSee(records, site, roles),
  withdrawnIn: (records, { site, groupId }) => withdrawnIn(records, site, groupId),
  childrenAloneIn: (records, { site, today }) => childrenAloneIn(records, site, today),
  knownToChildren: (records, { site, today }) => knownToChildren(records, site, today),
  houseOf: (records, { site, today, personId }) => houseOf(records, site, today, [personId]),
  houseDaysOf: (records, { site, today }) => houseDaysOf(records, site, today),
  placeOfPerson: (records, { site, personId }) => placeOfPerson(records, site, personId),
  placesInGroup: (records, { site, groupId, databases }) =>
    placesInGroup(records, site, groupWithPeople(records, site, groupId).people, databases),
  rollCallsOf: (records, { site }) =>
    rollCallsOf(records, site).map(({ answersFor, ...view }) => ({
      ...view,
      answers: [...peopleOf(records, site).keys()].sort().map(answersFor),
    })),
  rosterCounts: (records, { site, today }) => rosterCounts(records, site, today),
  overbookedBedsAt: (records, { site }) => overbookedBedsAt(records, site),
  rosterOf: (records, { site }) => rosterOf(records, site),
  staysOfPerson: (records, { site, personId }) => staysOfPerson(records, `site-${site}`, personId),
  waitingAt: (records, { site, databases }) => waitingAt(records, site, databases),
  waitingForBed: (records, { site, groupId, databases }) =>
    waitingForBed(records, site, groupWithPeople(records, site, groupId).people, databases),
  tripsOfPeople: (records, { site, databases, groupId }) => tripsOfPeople(records, site, databases, "groupId", groupId),
  childrenToStop: (records, { site, databases, tripId, today }) => {
    const trip = tripOf(records, tripId, site, databases);
    return trip && childrenToStop(records, trip, today);
  },
  tripOf: (records, { site, databases, tripId }) => tripOf(records, tripId, site, databases),
  tripsOf: (records, { site, databases }) => tripsOf(records, site, databases),
};

/** Names beside a screen: what reads documents of a kind, or one record, and nothing that is kept; what only calls one of the views. */
export const ownViews: ReadonlySet<string> = new Set([
  "coordinatedSites",
  "count",
  "countDoubles",
  "countMadeBy",
  "fileOf",
  "isLead",
  "phoneOfSite",
  "siteName",
  "siteNames",
  "sitesToChoose",
]);
