import { expect, test } from "vitest";
import { findPeople } from "../../../../src/live/finding/find-people.ts";
import { openPeopleIndex } from "../../../../src/live/intake/people-index.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { type Dirt, dirts } from "../../../support/duplicates/dirt.ts";
import { readRegistered } from "../../../support/duplicates/registered.ts";
import { type Chance, seeded } from "../../../support/duplicates/seeded.ts";
import { aSource } from "../../../support/live/a-source.ts";

const database = "site-medyka";
const shortForms: Readonly<Record<string, string>> = {
  ...{ Олена: "Лена", Олександр: "Саша", Дмитро: "Діма", Катерина: "Катя", Наталія: "Наташа", Тетяна: "Таня" },
  ...{
    Анастасія: "Настя",
    Вікторія: "Віка",
    Михайло: "Міша",
    Юлія: "Юля",
    Володимир: "Вова",
    Софія: "Соня",
    Іван: "Ваня",
  },
};
/** One of both names is spoiled by these; the others are how somebody writes all of it. */
const slips = ["beside", "dropped", "doubled", "exchanged"];

/** How somebody else may look for a person: a query for each way. */
const queriesFor = (family: string, given: string, chance: Chance): ReadonlyMap<string, string> => {
  const whole = (dirt: Dirt) => `${dirt(family, chance)} ${dirt(given, chance)}`;
  const ways = Object.entries(dirts).map(([name, dirt]): [string, string] =>
    slips.includes(name)
      ? [name, family.length > 4 ? `${dirt(family, chance)} ${given}` : `${family} ${dirt(given, chance)}`]
      : [name, whole(dirt)],
  );
  const short = shortForms[given];
  return new Map([
    ...ways,
    ["swapped", `${given} ${family}`],
    ...(short ? [["short", `${family} ${short}`] as const] : []),
  ]);
};

test("Under 98 of 100 ways to write a name the right person is among the first three", () => {
  const chance = seeded(7);
  const people = readRegistered().registered.filter(({ person: { familyName, givenName } }) =>
    /^[А-ЯІЇЄҐ][а-яіїєґ’]{2,} [А-ЯІЇЄҐ][а-яіїєґ’]{2,}$/u.test(`${familyName} ${givenName}`),
  );
  const known = people.slice(0, 1_500);
  const source = aSource();
  for (const { id, person } of known) {
    const { familyName, givenName } = person;
    source.put(database, aDocument("person", id, { site: "medyka", familyName, givenName }));
  }
  const records = openRecords(source, [database]);
  const index = openPeopleIndex(records, [database], () => true);
  const nameOf = ({ person: { familyName = "", givenName = "" } }: (typeof known)[number]) =>
    `${familyName} ${givenName}`;
  const names = new Map(known.map((one) => [`person:${one.id}`, nameOf(one)]));
  const missed = new Map<string, string[]>();
  let asked = 0;
  for (const one of Array.from({ length: 100 }, () => chance.one(known))) {
    const [family = "", given = ""] = nameOf(one).split(" ");
    for (const [way, query] of queriesFor(family, given, chance)) {
      asked += 1;
      const found = findPeople({ records, people: index, sites: ["medyka"] }, query, 3);
      // Whoever has the very same name is no worse an answer.
      if (found.some(({ id }) => names.get(id) === nameOf(one))) continue;
      missed.set(way, [...(missed.get(way) ?? []), `${nameOf(one)}: ${query}`]);
    }
  }
  const count = [...missed.values()].flat().length;
  console.log(`${asked} ways to write 100 names: ${(100 * (1 - count / asked)).toFixed(1)} % among the first three`);
  expect(asked).toBeGreaterThan(1_000);
  expect(1 - count / asked, JSON.stringify([...missed])).toBeGreaterThanOrEqual(0.98);
});
