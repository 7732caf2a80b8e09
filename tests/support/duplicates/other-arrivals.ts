import type { Birth } from "../../../src/domain/dates/birth.ts";
import type { Described } from "../../../src/domain/duplicates/traits.ts";
import type { Id } from "../../../src/domain/model/field.ts";
import { dirts } from "./dirt.ts";
import type { Arrivals, KnownPair, Registered } from "./registered.ts";
import { type Chance, seeded } from "./seeded.ts";

const surnames =
  "Андрущак Байда Вербицький Гнатенко Гоголь Данилюк Дзюбенко Жук Завгородній Ісаєнко Їжакевич Карпюк Корнійчук Лебеденко Луценко Мазур Мороз Нагірний Онуфрієнко Пилипчук Приходько Ревуцький Сагайдак Скрипник Тимошенко Турчин Ущаповський Федорчук Харченко Цимбал Чабан Шевчук Щербина Юрченко Яцюк Ярмоленко Бабенко Величко Гайдук Доценко Зінченко Кириленко Коломієць Лисенко Марчук Назаренко Осадчук Петрук Романенко Савчин Ткачук Хоменко Чорний Шаповал".split(
    " ",
  );
const women =
  "Анна Богдана Вікторія Галина Дарина Євгенія Жанна Зоряна Ірина Катерина Лариса Марія Надія Оксана Поліна Роксолана Світлана Тетяна Уляна Христина Юлія Яна Олена Софія Соломія Маргарита".split(
    " ",
  );
const men =
  "Андрій Богдан Віктор Григорій Дмитро Євген Захар Ігор Кирило Любомир Максим Назар Олексій Павло Роман Сергій Тарас Федір Юрій Ярослав Михайло Тимофій Данило Матвій".split(
    " ",
  );
const shortForms: Readonly<Record<string, string>> = {
  ...{
    Катерина: "Катя",
    Тетяна: "Таня",
    Олена: "Лена",
    Дмитро: "Діма",
    Михайло: "Міша",
    Олексій: "Льоша",
    Юлія: "Юля",
  },
  ...{ Світлана: "Света", Анна: "Аня", Максим: "Макс", Павло: "Паша", Софія: "Соня", Сергій: "Сірожа", Ірина: "Іра" },
};

/** People of other names than the sample's, with other errors: families who come twice, and those who only look alike. The same for the same seed. */
export const otherArrivals = (seed: number, families: number): Arrivals => {
  const chance = seeded(seed);
  const registered: Registered[] = [];
  const pairs: KnownPair[] = [];
  let minute = 0;
  const register = (made: Made, groupId: Id<"group">, phone: string | undefined): Registered => {
    const at = new Date(Date.UTC(2026, 9, 1, 6, minute++)).toISOString();
    const one = { id: `person-${registered.length}`, at, ...(phone && { phone }), person: { ...made, groupId } };
    registered.push(one);
    return one;
  };
  for (let family = 0; family < families; family++) {
    const phone = chance.isOne(0.8) ? `+380 50 ${1_000_000 + family}` : undefined;
    const people = aFamily(chance);
    const first = people.map((made) => register(made, `group:${family}`, phone));
    for (const [one, other] of pairsAmong(first)) pairs.push({ one, other, isSame: false, kind: "one group" });
    if (!chance.isOne(0.12)) continue;
    const [dirt, isSamePhone] = [chance.one(Object.keys(dirts)), chance.isOne(0.5)];
    people.forEach((made, place) => {
      const twin = register(again(made, dirt, chance), `group:${family}-again`, isSamePhone ? phone : undefined);
      for (const [known, { id }] of first.entries())
        pairs.push({
          one: id,
          other: twin.id,
          isSame: known === place,
          kind: known === place ? dirt : "of the family",
        });
    });
  }
  return { registered, pairs };
};

type Made = {
  readonly familyName: string;
  readonly givenName: string;
  readonly sex: "f" | "m";
  readonly birth: Birth;
  readonly originAdm1?: NonNullable<Described["originAdm1"]>;
};
type Family = readonly Required<Made>[];

const oblasts = ["UA12", "UA23", "UA32", "UA46", "UA51", "UA63", "UA80"] as const;

const aFamily = (chance: Chance): Family => {
  const [familyName, originAdm1] = [chance.one(surnames), chance.one(oblasts)];
  const mother = aPerson(chance, "f", 1955 + chance.below(50));
  const children = Array.from({ length: chance.below(4) }, () =>
    aPerson(chance, chance.one(["f", "m"] as const), 2009 + chance.below(17)),
  );
  const [eldest] = children;
  const twin = eldest && chance.isOne(0.2) ? [{ ...aPerson(chance, eldest.sex, 2000), birth: eldest.birth }] : [];
  return [mother, ...children, ...twin]
    .filter((one, place, all) => all.findIndex(({ givenName }) => givenName === one.givenName) === place)
    .map((one) => ({ ...one, familyName, originAdm1 }));
};

const aPerson = (chance: Chance, sex: Made["sex"], year: number) => ({
  givenName: chance.one(sex === "m" ? men : women),
  sex,
  birth: bornIn(year, chance),
});

const bornIn = (year: number, chance: Chance): Birth => {
  const told = chance.next();
  if (told < 0.4) return { precision: "age", age: Math.max(0, 2026 - year - 1), asOf: "2026-10-01" };
  if (told < 0.5) return { precision: "year", date: String(year) };
  return { precision: "day", date: `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}` };
};

/** The same person on another day, as another volunteer writes them down. */
const again = (made: Required<Made>, dirt: string, chance: Chance): Made => {
  const spoil = (name: string) => (dirts[dirt] ?? ((same: string) => same))(name, chance);
  const short = chance.isOne(0.2) ? shortForms[made.givenName] : undefined;
  const [familyName, givenName] = [spoil(made.familyName), spoil(short ?? made.givenName)];
  const isSwapped = chance.isOne(0.08);
  const { originAdm1: _unasked, ...rest } = made;
  return {
    ...rest,
    ...(isSwapped ? { familyName: givenName, givenName: familyName } : { familyName, givenName }),
    birth: toldAgain(made.birth, chance),
  };
};

const toldAgain = (birth: Birth, chance: Chance): Birth => {
  if (birth.precision !== "day") return birth;
  const [year = "", month = "", day = ""] = birth.date.split("-");
  const told = chance.next();
  if (told < 0.15) return { precision: "year", date: year };
  if (told < 0.25)
    return { precision: "age", age: 2026 - Number(year) - (`${month}-${day}` > "10-01" ? 1 : 0), asOf: "2026-10-01" };
  if (told < 0.3 && Number(day) <= 12) return { precision: "day", date: `${year}-${day}-${month}` };
  return birth;
};

const two = (number: number): string => String(number).padStart(2, "0");

const pairsAmong = (group: readonly Registered[]): readonly (readonly [string, string])[] =>
  group.flatMap(({ id }, place) => group.slice(place + 1).map((other) => [id, other.id] as const));
