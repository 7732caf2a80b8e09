import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isLanguage, type Language, languages } from "../../src/i18n/languages.ts";
import { emptyPrefix, flat, pluralStem, usedIn } from "./word-keys.ts";

const root = new URL("../../", import.meta.url).pathname;
const source = "en";
const others = Object.keys(languages)
  .filter(isLanguage)
  .filter((language) => language !== source);
const areas = readdirSync(join(root, "locales", source)).filter((file) => file.endsWith(".json"));

const areaNames = new Set(areas.map((file) => file.slice(0, -".json".length)));

const wordsOf = (language: Language): ReadonlyMap<string, string> =>
  new Map(
    areas.flatMap((file) =>
      flat(JSON.parse(readFileSync(join(root, "locales", language, file), "utf8")), file.slice(0, -".json".length)),
    ),
  );

const words = { uk: wordsOf("uk"), pl: wordsOf("pl"), en: wordsOf("en"), ru: wordsOf("ru") };

/** Stems with a plural form in English: a language needs each of its own categories for them, and no other. */
const pluralStems = new Set([...words.en.keys()].filter((key) => key.endsWith("_other")).map(pluralStem));
const keysFor = (language: Language): string[] => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [...new Set([...words.en.keys()].map((key) => (pluralStems.has(pluralStem(key)) ? pluralStem(key) : key)))]
    .flatMap((key) => (pluralStems.has(key) ? categories.map((category) => `${key}_${category}`) : [key]))
    .sort();
};

/** Equal to English and right all the same: keys, or what stands before a `*`. Each with its reason. */
const rightlyEqual = [
  "pl:shell.jobs.transport", // the Polish word
  "pl:recordCodes.borderPoint.*", // names of Polish places
  "pl:recordCodes.siteType.hostel", // the Polish word
  "pl:codes.vehicleKind.minibus", // the Polish word
  "pl:ui.kind.danger", // “problem” is Polish too
];

/** Rightly without a Cyrillic letter. */
const rightlyLatin = [
  "uk:recordCodes.safeArrivalHow.sms", // written so in Ukrainian and Russian
  "ru:recordCodes.safeArrivalHow.sms",
];

const isIn = (allowed: readonly string[], key: string): boolean =>
  allowed.some((pattern) => (pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern));

describe.each(Object.keys(languages).filter(isLanguage))("Words in %s", (language) => {
  test("have the same files as English", () => {
    expect(readdirSync(join(root, "locales", language)).sort()).toEqual(
      readdirSync(join(root, "locales", source)).sort(),
    );
  });

  test("have every key of English, with this language’s own plural forms, and no other", () => {
    expect([...words[language].keys()].sort()).toEqual(keysFor(language));
  });

  test("are never empty, and never begin or end with a space", () => {
    expect([...words[language]].filter(([, text]) => text !== text.trim() || text === "")).toEqual([]);
  });

  test("speak of the same placeholders as English", () => {
    const different = [...words[language]].filter(([key, text]) => {
      const english = words.en.get(key) ?? words.en.get(`${pluralStem(key)}_other`) ?? "";
      return placeholders(text) !== placeholders(english);
    });
    expect(different).toEqual([]);
  });
});

/** The text without its placeholders. */
const spoken = (text: string): string => text.replace(/\{\{.*?\}\}/g, "");

const placeholders = (text: string): string =>
  [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])]
    .map((found) => found.replace(/\s/g, ""))
    .sort()
    .join(" ");

test.each(others)("Nothing in %s is left in English", (language) => {
  const same = [...words[language]]
    .filter(([key, text]) => text === words.en.get(key) && /\p{L}{3}/u.test(spoken(text)))
    .map(([key]) => `${language}:${key}`)
    .filter((key) => !isIn(rightlyEqual, key));
  expect(same).toEqual([]);
});

test.each(["uk", "ru"] as const)("Every text in %s has a Cyrillic letter", (language) => {
  const latin = [...words[language]]
    .filter(([, text]) => /\p{L}/u.test(spoken(text)) && !/\p{Script=Cyrillic}/u.test(text))
    .map(([key]) => `${language}:${key}`)
    .filter((key) => !isIn(rightlyLatin, key));
  expect(latin).toEqual([]);
});

test("Every word is used, and every used word exists", () => {
  const used = usedIn(join(root, "src"), areaNames);
  const stems = new Set([...words.en.keys()].map((key) => (pluralStems.has(pluralStem(key)) ? pluralStem(key) : key)));
  const isUsed = (key: string) => used.keys.has(key) || [...used.prefixes].some((prefix) => key.startsWith(prefix));
  expect([...stems].filter((key) => !isUsed(key))).toEqual([]);
  expect([...used.keys].filter((key) => !stems.has(key))).toEqual([]);
  expect([...used.prefixes].filter((prefix) => emptyPrefix(prefix, stems))).toEqual([]);
});

test("No template makes a whole area count as used, but for the three that data names", () => {
  const whole = [...usedIn(join(root, "src"), areaNames).prefixes].filter((prefix) => /^[^.]+\.$/.test(prefix));
  expect(whole.sort()).toEqual(["codes.", "errors.", "recordCodes."]);
});
