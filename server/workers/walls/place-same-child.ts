import {
  adultsWith,
  areOtherAdults,
  type Compared,
  mayBeSameChild,
} from "../../../src/domain/child-form/same-child.ts";
import { traitsBuilder } from "../../../src/domain/duplicates/traits.ts";
import { cutText } from "../../../src/domain/model/cut-text.ts";
import { tierOf } from "../../../src/domain/model/databases.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { allDocumentsOf } from "../stored-documents.ts";
import { type ChildrenIndex, createChildrenIndex } from "./children-index.ts";
import { nameOf, recordsOf } from "./fill-child-form.ts";
import { placeNote, type ReadNote } from "./place-notes.ts";

/**
 * Tells protection officers of two records of a site that may be of one child who came with different adults: a strong sign that a child is trafficked. A
 * change is compared with the children who share a block with it (`duplicates/blocks.ts`), never all with all. `today`: `YYYY-MM-DD`. Twice is once.
 */
export const placeSameChild = (today: () => string): ChangeHandler => {
  const indexes = new Map<string, ChildrenIndex>();
  const indexOf = async (couch: CouchClient, database: string, on: string): Promise<ChildrenIndex> => {
    const index = indexes.get(database) ?? createChildrenIndex();
    if (!indexes.has(database))
      for (const person of await allDocumentsOf<Person>(couch, database, "person")) index.take(person, on);
    indexes.set(database, index);
    return index;
  };
  return async (couch, database, changed) => {
    const people = changed.filter(({ kind }) => kind === "person") as unknown as readonly Person[];
    if (tierOf(database) !== "site" || people.length === 0) return true;
    const on = today();
    const index = await indexOf(couch, database, on);
    const children = people.flatMap((person) => index.take(person, on) ?? []);
    let isDone = true;
    for (const child of children)
      for (const other of index.near(child).filter((one) => mayBeSameChild(child, one, on))) {
        const concern = await concernOf(couch, database, inOrder(child, other), on);
        if (concern) isDone = (await placeNote(couch, database, ...concern)) !== "again" && isDone;
      }
    return isDone;
  };
};

type Pair = readonly [first: Compared, later: Compared];

/** Which record is the later one follows from the records, so that a pair is one concern whichever changed. */
const inOrder = (a: Compared, b: Compared): Pair => (beginningOf(a) < beginningOf(b) ? [a, b] : [b, a]);

const beginningOf = ({ person: { createdAt, _id } }: Compared): string => `${createdAt} ${_id}`;

const concernOf = async (
  couch: CouchClient,
  database: string,
  [first, later]: Pair,
  on: string,
): Promise<readonly [key: string, note: ReadNote] | undefined> => {
  const [others, adults] = await Promise.all(
    [first, later].map(({ person }) => recordsOf(couch, database, adultsWith(person))),
  );
  const traitsOf = traitsBuilder();
  if (!others || !adults || !areOtherAdults(others.map(traitsOf), adults.map(traitsOf), on)) return undefined;
  const { _id: personId, site, createdAt: at, createdBy: by } = later.person;
  const beside = {
    personId: first.person._id,
    ...{ name: namesOf([first.person], 160), adults: namesOf(adults, 200), others: namesOf(others, 200) },
  };
  return [
    `twice.${keyOf(first.person._id)}.${keyOf(personId)}`,
    { site, personId, at, by, topic: "child_twice", beside },
  ];
};

/** `?`: nobody wrote down a name. */
const namesOf = (people: readonly Person[], most: number): string =>
  cutText(people.map((person) => nameOf(person) || "?").join(", "), most);
