import { setImmediate as othersFirst } from "node:timers/promises";
import { adultsWith, areOtherAdults, type Compared } from "../../../src/domain/child-form/same-child.ts";
import { traitsBuilder } from "../../../src/domain/duplicates/traits.ts";
import { cutText } from "../../../src/domain/model/cut-text.ts";
import { tierOf } from "../../../src/domain/model/databases.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { allDocumentsOf } from "../stored-documents.ts";
import { type ChildrenIndex, createChildrenIndex } from "./children-index.ts";
import { nameOf, recordsOf } from "./fill-child-form.ts";
import { placeNote } from "./place-notes.ts";
import { openPairs, type Pair, type PlacedPairs, pairKey, placedPairs } from "./same-child-pairs.ts";

/**
 * Tells protection officers of two records of a site that may be of one child who came with different adults: a strong sign that a child is trafficked. A
 * change is compared with the children who share a block with it (`child-form/same-child-blocks.ts`), never all with all; a change of an adult looks again at
 * the children who name it. `today`: `YYYY-MM-DD`. Twice is once.
 */
export const placeSameChild = (today: () => string): ChangeHandler => {
  const sites = new Map<string, Site>();
  const siteOf = async (couch: CouchClient, database: string, on: string): Promise<Site> => {
    const known = sites.get(database);
    if (known) return known;
    const index = createChildrenIndex();
    for (const [place, person] of (await allDocumentsOf<Person>(couch, database, "person")).entries()) {
      if (place % peopleAtOnce === 0) await othersFirst();
      index.take(person, on);
    }
    const site = { index, placed: placedPairs() };
    sites.set(database, site);
    return site;
  };
  return async (couch, database, changed) => {
    const people = changed.filter(({ kind }) => kind === "person") as unknown as readonly Person[];
    if (tierOf(database) !== "site" || people.length === 0) return true;
    const on = today();
    const site = await siteOf(couch, database, on);
    for (const person of people) site.index.take(person, on);
    const children = new Set(people.flatMap(({ _id }) => site.index.about(_id)));
    let isDone = true;
    for (const child of children) {
      await othersFirst();
      isDone = (await placePairs(couch, database, site, child, on)) && isDone;
    }
    return isDone;
  };
};

type Site = { readonly index: ChildrenIndex; readonly placed: PlacedPairs };

const peopleAtOnce = 100;

const placePairs = async (
  couch: CouchClient,
  database: string,
  { index, placed }: Site,
  child: Compared,
  on: string,
): Promise<boolean> => {
  const pairs = openPairs(placed, child, index.near(child), on);
  const ids = new Set(pairs.flatMap((pair) => pair.flatMap(({ person }) => adultsWith(person))));
  const adults = new Map((await recordsOf(couch, database, [...ids])).map((adult) => [adult._id, adult]));
  let isDone = true;
  for (const pair of pairs) {
    if (!placed.isOpen(pair) || !haveOtherAdults(pair, adults, on)) continue;
    const became = await placeNote(couch, database, pairKey(pair), concernOf(pair, adults));
    if (became === "placed" || became === "refused") placed.add(pair);
    isDone = became !== "again" && isDone;
  }
  return isDone;
};

type Adults = ReadonlyMap<string, Person>;

const adultsOf = ({ person }: Compared, adults: Adults): readonly Person[] =>
  adultsWith(person).flatMap((id) => adults.get(id) ?? []);

const haveOtherAdults = ([first, later]: Pair, adults: Adults, on: string): boolean => {
  const traitsOf = traitsBuilder();
  return areOtherAdults(adultsOf(first, adults).map(traitsOf), adultsOf(later, adults).map(traitsOf), on);
};

const concernOf = ([first, later]: Pair, adults: Adults) => {
  const { _id: personId, site, createdAt: at, createdBy: by } = later.person;
  const beside = {
    personId: first.person._id,
    name: namesOf([first.person], 160),
    adults: namesOf(adultsOf(later, adults), 200),
    others: namesOf(adultsOf(first, adults), 200),
  };
  return { site, personId, at, by, topic: "child_twice", beside } as const;
};

/** `?`: nobody wrote down a name. */
const namesOf = (people: readonly Person[], most: number): string =>
  cutText(people.map((person) => nameOf(person) || "?").join(", "), most);
