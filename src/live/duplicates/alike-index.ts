import { blocksOf } from "../../domain/duplicates/blocks.ts";
import { comparePeople, type Sameness, waysOfOne } from "../../domain/duplicates/compare-people.ts";
import { type Described, type Traits, traitsBuilder } from "../../domain/duplicates/traits.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { phoneKey } from "../../domain/numbers/phone-key.ts";
import { parsePhoneNumber } from "../../domain/numbers/phone-number.ts";
import { groupsByPhone } from "../finding/groups-by-phone.ts";
import { parties } from "../intake/parties.ts";
import type { Records } from "../records.ts";
import { isHere } from "../roster/residents.ts";

/** Somebody who is registered and may be the one who is described. */
export type Alike = Sameness & { readonly personId: string };

/** Whom somebody with these names may be: `phone` as typed, `on` the day on which ages are compared. */
export type Asked = { readonly described: Described; readonly phone: string; readonly on: string };

/** The people of one database, ready to be compared with somebody who is typed. */
export type AlikeIndex = {
  /** Reads people on for so many milliseconds. True once everybody is read. */
  readOn(milliseconds: number): boolean;
  /** Whom the described person may be, the likeliest first. Reads the rest first. */
  alikeTo(asked: Asked): readonly Alike[];
};

/** One for each database, as long as its records are open: made by the first form that asks. */
export const alikeIndexOf = (records: Records, database: string): AlikeIndex => {
  const ofRecords = indexes.get(records) ?? new Map<string, AlikeIndex>();
  indexes.set(records, ofRecords);
  const index = ofRecords.get(database) ?? openAlikeIndex(records, database);
  ofRecords.set(database, index);
  return index;
};

const indexes = new WeakMap<Records, Map<string, AlikeIndex>>();

type Entry = { readonly person: Person; readonly traits: Traits; readonly blocks: readonly string[] };

const openAlikeIndex = (records: Records, database: string): AlikeIndex => {
  const build = traitsBuilder();
  const entries = new Map<string, Entry>();
  const byBlock = new Map<string, Set<Entry>>();
  const unread = new Map<string, Person>(records.all(database, "person"));
  records.subscribe((changed) => {
    for (const { database: place, document } of changed)
      if (place === database && document.kind === "person") unread.set(document._id, document as Person);
  });
  const put = (person: Person) => {
    const before = entries.get(person._id);
    for (const block of before?.blocks ?? []) byBlock.get(block)?.delete(before as Entry);
    entries.delete(person._id);
    if (!isHere(person)) return;
    const traits = build(person);
    const entry = { person, traits, blocks: blocksOf(traits) };
    entries.set(person._id, entry);
    for (const block of entry.blocks) {
      const there = byBlock.get(block);
      if (there) there.add(entry);
      else byBlock.set(block, new Set([entry]));
    }
  };
  const readOn = (milliseconds: number): boolean => {
    const end = performance.now() + milliseconds;
    for (const [id, person] of unread) {
      if (performance.now() > end) return false;
      unread.delete(id);
      put(person);
    }
    return true;
  };
  return {
    readOn,
    alikeTo: ({ described, phone, on }) => {
      readOn(Number.POSITIVE_INFINITY);
      const key = phone ? phoneKey(parsePhoneNumber(phone)) : undefined;
      const callable = new Set(
        key
          ? records
              .kept(groupsByPhone, database)
              .get(key)
              ?.map(({ _id }) => _id)
          : [],
      );
      const traits = build(described);
      const candidates = new Set<Entry>();
      for (const block of blocksOf(traits)) for (const entry of byBlock.get(block) ?? []) candidates.add(entry);
      for (const group of callable)
        for (const { _id } of records.kept(parties, database).get(group) ?? []) {
          const entry = entries.get(_id);
          if (entry) candidates.add(entry);
        }
      const ways = waysOfOne();
      // Neither those who were erased, nor those of a right that has ended.
      const people = records.all(database, "person");
      return [...candidates]
        .flatMap(({ person, traits: other }): Alike[] => {
          if (!people.has(person._id)) return [];
          const samePhone = person.groupId !== undefined && callable.has(person.groupId);
          const sameness = comparePeople(traits, other, { samePhone, on, ways });
          return sameness ? [{ ...sameness, personId: person._id }] : [];
        })
        .sort((a, b) => b.points - a.points || (a.personId < b.personId ? -1 : 1));
    },
  };
};
