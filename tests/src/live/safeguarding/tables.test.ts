import fc from "fast-check";
import { expect, test } from "vitest";
import { ageRangeOf } from "../../../../src/domain/dates/age.ts";
import type { Group } from "../../../../src/domain/model/kinds/group.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { isOfChildrenOnly } from "../../../../src/domain/safeguarding/company.ts";
import { latestGroups } from "../../../../src/live/intake/group-view.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { guestsAt } from "../../../../src/live/roster/house.ts";
import { knownToChildren } from "../../../../src/live/roster/known-to-children.ts";
import { placeOfPerson } from "../../../../src/live/roster/place-of-person.ts";
import { isHere } from "../../../../src/live/roster/residents.ts";
import { besideStrangers } from "../../../../src/live/safeguarding/beside-strangers.ts";
import {
  childrenToProtect,
  countedWithoutAdult,
  countToProtect,
} from "../../../../src/live/safeguarding/children-to-protect.ts";
import { guardedChildren } from "../../../../src/live/safeguarding/guard-tables.ts";
import { guardOf } from "../../../../src/live/safeguarding/guards.ts";
import {
  openIncidents,
  type ProtectedChild,
  protectedChild,
} from "../../../../src/live/safeguarding/protected-child.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aSource } from "../../../support/live/a-source.ts";
import { someWrites } from "../../../support/live/some-writes.ts";
import { seedOfTheDay } from "../../../support/runs/seed-of-the-day.ts";

const [site, database, today] = ["medyka", "site-medyka", "2026-11-24"];
const seed = seedOfTheDay();

/** For chance seldom confirms an adult for a child. */
const begun = [
  aDocument("person", "4", { groupId: "group:1", noParentSince: `${today}T08:00:00.000Z` }),
  {
    ...aDocument("safeguarding", "5", {
      ...{ site, personId: "person:4", event: "adult_confirmed", at: `${today}T09:00:00.000Z`, by: "lea" },
      ...{ adultName: "Olha", basis: "with_parent", papers: "court_order" },
    }),
    createdBy: "lea",
  },
];

const peopleIn = (records: Records) => [...records.all(database, "person").values()];

/** One after the other, each by itself: everybody of the site. */
const lookedForOneByOne = (records: Records): readonly ProtectedChild[] =>
  peopleIn(records)
    .flatMap((person) => protectedChild(records, person, today) ?? [])
    .filter((one) => {
      const { child, guard, events } = one;
      const guest = records.kept(guestsAt, site).get(child._id);
      const departures = [...records.all(database, "presence").values()].filter(
        ({ personId, unconfirmed }) => personId === child._id && unconfirmed,
      );
      const isNoted = child.noParentSince !== undefined || events.length > 0 || departures.length > 0;
      const isAlone = guest !== undefined && guard.needsConfirmedAdult;
      const waits = guest?.status !== "out" && isAlone && guard.confirmed.length === 0;
      return waits || ((isNoted || isAlone) && openIncidents(one).length > 0);
    });

const inOrder = (all: readonly ProtectedChild[]): readonly ProtectedChild[] =>
  all.toSorted(
    (a, b) =>
      openIncidents(b).length - openIncidents(a).length ||
      (a.child.noParentSince ?? "").localeCompare(b.child.noParentSince ?? "") ||
      a.child._id.localeCompare(b.child._id),
  );

/** Who may be an adult that a child does not know, of those who lie in its room. */
const strangersOf = (records: Records, child: Person): readonly Person[] => {
  const roomOf = (id: string) => {
    const bed = placeOfPerson(records, site, id)?.bed;
    return bed && !bed.voided && bed.site === site ? bed.roomId : undefined;
  };
  const knows = knownToChildren(records, site, today).get(child._id);
  const room = roomOf(child._id);
  if (!knows || !room) return [];
  return peopleIn(records).filter(
    (one) =>
      one._id !== child._id &&
      roomOf(one._id) === room &&
      !knows.includes(one._id) &&
      (ageRangeOf(one.birth, today)?.max ?? (one.childCare ? 0 : 18)) >= 18,
  );
};

const countedOneByOne = (records: Records): readonly Group[] =>
  latestGroups(records, site).filter((group) => {
    const members = peopleIn(records).filter((person) => person.groupId === group._id && isHere(person));
    const counted = Object.values(group.counts ?? {}).reduce((sum, count) => sum + count, 0);
    return isOfChildrenOnly(group) && counted > members.length;
  });

test(`Whatever comes, the children who wait are those who are found when each is looked at by himself, in order (seed ${seed})`, () => {
  const sizes = { waiting: 0, incidents: 0, counted: 0, confirmed: 0, strangers: 0 };
  const compare = (records: Records) => {
    const children = childrenToProtect(records, site, today);
    expect(children).toEqual(inOrder(lookedForOneByOne(records)));
    const counted = countedWithoutAdult(records, site);
    expect(counted).toEqual(countedOneByOne(records));
    expect(countToProtect(records, site, today)).toBe(children.length + counted.length);
    const [guarded, known] = [records.kept(guardedChildren, database, today), knownToChildren(records, site, today)];
    for (const person of peopleIn(records)) {
      const guard = guardOf(records, person, today);
      expect(guarded.get(person._id)?.guard).toEqual(guard);
      expect(known.has(person._id)).toBe(guard?.needsConfirmedAdult ?? false);
      const strangers = strangersOf(records, person).length;
      expect(records.kept(besideStrangers, site, today).get(person._id)?.given.length).toBe(
        strangers > 0 ? strangers + 1 : undefined,
      );
      sizes.strangers += strangers;
      sizes.confirmed += guard?.confirmed.length ?? 0;
    }
    sizes.waiting += Number(children.length > 1);
    sizes.incidents += Number(children.some((one) => openIncidents(one).length > 0));
    sizes.counted += Number(counted.length > 0);
  };
  fc.assert(
    fc.property(someWrites(100), fc.integer({ min: 1, max: 7 }), (writes, pause) => {
      const source = aSource();
      for (const document of begun) source.put(database, document);
      const records = openRecords(source, ["directory", database]);
      for (const [place, { database: home, document, sending }] of writes.entries()) {
        source.put(home, document, sending);
        if (place % pause === 0 || place + 1 === writes.length) compare(records);
      }
      records.close();
    }),
    { seed, numRuns: 150 },
  );
  expect(Object.entries(sizes).filter(([, size]) => size === 0)).toEqual([]);
});
