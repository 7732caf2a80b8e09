import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lastNumberOf } from "../../src/domain/dates/age.ts";

/** Words that stood in the interface and were wrong, or another word for what has one: what is said instead stands in `locales/README.md`. */
const forbidden: Readonly<Record<string, RegExp>> = {
  uk: /виселен|Карта побиту|Підглянути|Відмінити|Поїздка|Викинути|Перевірка присутності|Від’їзд на час|Prystan/,
  pl: /zastać|Brakło|Głowa grupy|Brak na zbiórce|Brak przy|podejrzeć|Prystan/,
  en: /Throw|on board of|Think twice|Somebody else signs in|is given up|Take this person off|to be settled|Name of your account/,
  // "место" is a seat or room to spare; a bed is "кровать", a site "пункт".
  ru: /Дать мест|Место (?:выделено|работы)|[Дд]ругое место|[Сс]вободн\S+ мест|эт(?:ого|ом) мест|выселен|Подсмотр|Кто имеет|Пустое значит|Prystan/,
};

type Words = { readonly [key: string]: string | Words };

const textsIn = (words: Words, place: string): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${place}.${key}`, value] as const] : textsIn(value, `${place}.${key}`),
  );

const textsOf = (language: string) =>
  readdirSync(`locales/${language}`).flatMap((file) =>
    textsIn(JSON.parse(readFileSync(`locales/${language}/${file}`, "utf8")), file.replace(".json", "")),
  );

test.each(Object.entries(forbidden))("One word per thing: none that was given up is back in %s", (language, words) => {
  const texts = textsOf(language);
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter(([, text]) => words.test(text)).map(([place]) => place)).toEqual([]);
});

test.each([
  ["uk", "{{band}} роки", "{{band}} років", "{{from}}–{{to}} рік"],
  ["pl", "{{band}} lata", "{{band}} lat", "{{from}}–{{to}} lat"],
  ["en", "{{band}} years", "{{band}} years", "{{from}}–{{to}} years"],
  ["ru", "{{band}} года", "{{band}} лет", "{{from}}–{{to}} год"],
])("The word for years follows the last number in %s: 0–4, 60+, 40–41", (language, young, old, between) => {
  const words = new Map(textsOf(language));
  const said = (key: string, last: number) => words.get(`person.${key}_${new Intl.PluralRules(language).select(last)}`);
  expect(said("yearsOfBand", lastNumberOf("0_4"))).toBe(young);
  expect(said("yearsOfBand", lastNumberOf("60_plus"))).toBe(old);
  expect(said("yearsBetween", 41)).toBe(between);
});
