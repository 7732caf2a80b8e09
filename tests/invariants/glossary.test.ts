import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Words that stood in the interface and were wrong, or another word for what has one: what is said instead stands in `locales/README.md`. */
const forbidden: Readonly<Record<string, RegExp>> = {
  uk: /виселен|Карта побиту|Підглянути|Відмінити|Поїздка|Викинути|Перевірка присутності|Від’їзд на час|Prystan/,
  pl: /zastać|Brakło|Głowa grupy|Brak na zbiórce|Brak przy|podejrzeć|Prystan/,
  en: /Throw|on board of|Think twice|Somebody else signs in|is given up|Take this person off|to be settled|Name of your account/,
  ru: /выселен|Подсмотр|Кто имеет|Пустое значит|Prystan/,
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
