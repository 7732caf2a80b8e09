import type { Sameness } from "../../domain/duplicates/compare-people.ts";
import { areToldApart } from "../../domain/duplicates/merged.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { parties } from "../intake/parties.ts";
import type { Records } from "../records.ts";
import { isHere } from "../roster/residents.ts";
import { alikeIndexOf } from "./alike-index.ts";

/** Two registered people who may be one; the first was registered first. */
export type AlikePair = Sameness & { readonly key: string; readonly people: readonly [Person, Person] };

/** The pairs of one database: looked for a few milliseconds at a stretch, and looked at again where somebody was corrected. */
export type AlikePairs = {
  /** Compares people for so many milliseconds. True once everybody was compared. */
  readOn(milliseconds: number): boolean;
  /** How many are still to be compared. */
  left(): number;
  /** Those that were found until now and nobody has told apart, the likeliest first. */
  pairs(): readonly AlikePair[];
};

/** One for each database, as long as its records are open: made when somebody first looks. `on`: the day on which ages are compared. */
export const alikePairsOf = (records: Records, database: string, on: string): AlikePairs => {
  const ofRecords = known.get(records) ?? new Map<string, AlikePairs>();
  known.set(records, ofRecords);
  const pairs = ofRecords.get(database) ?? openAlikePairs(records, database, on);
  ofRecords.set(database, pairs);
  return pairs;
};

const known = new WeakMap<Records, Map<string, AlikePairs>>();

const openAlikePairs = (records: Records, database: string, on: string): AlikePairs => {
  const index = alikeIndexOf(records, database);
  const found = new Map<string, Map<string, Sameness>>();
  const waiting = new Set(records.all(database, "person").keys());
  records.subscribe((changed) => {
    for (const { database: place, document } of changed) {
      if (place !== database) continue;
      if (document.kind === "person") waiting.add(document._id);
      // The number of the group counts.
      if (document.kind === "group")
        for (const { _id } of records.kept(parties, database).get(document._id) ?? []) waiting.add(_id);
    }
  });
  const compare = (id: string) => {
    for (const other of found.get(id)?.keys() ?? []) found.get(other)?.delete(id);
    found.delete(id);
    const person = records.table(database, "person").get(id);
    if (!person || !isHere(person)) return;
    const group = person.groupId && records.table(database, "group").get(person.groupId);
    for (const { personId, ...sameness } of index.alikeTo({ described: person, phone: phoneOf(group), on })) {
      if (personId === id) continue;
      put(id, personId, sameness);
      put(personId, id, sameness);
    }
  };
  const put = (id: string, other: string, sameness: Sameness) => {
    const ofOne = found.get(id) ?? new Map<string, Sameness>();
    found.set(id, ofOne.set(other, sameness));
  };
  return {
    readOn: (milliseconds) => {
      const end = performance.now() + milliseconds;
      if (!index.readOn(milliseconds)) return false;
      for (const id of waiting) {
        if (performance.now() > end) return false;
        waiting.delete(id);
        compare(id);
      }
      return true;
    },
    left: () => waiting.size,
    pairs: () => {
      const people = records.all(database, "person");
      return [...found]
        .flatMap(([id, others]) =>
          [...others].flatMap(([other, sameness]): readonly AlikePair[] => {
            const [a, b] = [people.get(id), people.get(other)];
            if (id > other || !a || !b || areToldApart(a, b)) return [];
            return [{ ...sameness, key: `${id} ${other}`, people: [a, b] }];
          }),
        )
        .sort(byLikeliness);
    },
  };
};

const phoneOf = (group: Group | undefined): string => group?.phone?.e164 ?? group?.phone?.raw ?? "";

const byLikeliness = (a: AlikePair, b: AlikePair): number =>
  Number(a.verdict === "maybe") - Number(b.verdict === "maybe") || b.points - a.points || (a.key < b.key ? -1 : 1);
