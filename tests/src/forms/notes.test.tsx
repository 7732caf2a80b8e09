import { createInstance } from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AgeMeaning } from "../../../src/forms/notes/age-meaning.tsx";
import { LinesQuestion } from "../../../src/forms/notes/lines-question.tsx";
import { NameOffer } from "../../../src/forms/notes/name-offer.tsx";
import { PhoneMeaning } from "../../../src/forms/notes/phone-meaning.tsx";
import { I18nProvider } from "../../../src/i18n/i18n-provider.tsx";
import type { Language } from "../../../src/i18n/languages.ts";
import { loadWords } from "../../../src/i18n/load-words.ts";
import { type Live, LiveProvider } from "../../../src/live/live-context.tsx";

const live = { author: () => ({ by: "ann", at: "2026-11-28T10:00:00.000Z", device: "d" }) } as unknown as Live;
const nothing = () => {};

/** What is read of a note. */
const said = async (language: Language, note: ReactNode): Promise<string> => {
  const words = {
    ...(await loadWords(language, "behind")),
    ...(await loadWords(language, "lock")),
    ...(await loadWords(language, "later")),
  };
  const i18n = createInstance();
  await i18n.init({ lng: language, resources: { [language]: { translation: words } } });
  const drawn = renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <LiveProvider live={live}>{note}</LiveProvider>
    </I18nProvider>,
  );
  return drawn.replaceAll(/<[^>]*>/g, "");
};

test.each([
  ["uk", "біля 60", "→ 50–70 років"],
  ["pl", "ok. 60", "→ 50–70 lat"],
  ["en", "about 60", "→ 50–70 years"],
  ["ru", "около 60", "→ 50–70 лет"],
  ["uk", "5 міс", "→ до 1 року"],
  ["pl", "6 mies.", "→ poniżej 1 roku"],
  ["uk", "60+", "→ 60+ років"],
  ["uk", "10-12", "→ 10–12 років"],
  ["uk", "1985", "→ 40–41 рік"],
  ["uk", "12 липня 1990", "→ 12 липня 1990 р., 36 років"],
  ["en", "12,07,1990", "→ 12 July 1990, 36 years"],
  ["en", "34 years", ""],
  ["en", "34", ""],
  ["uk", "давно", "Не зрозуміло. Приклади: 34, ~60, 1990"],
  ["pl", "dawno", "Niezrozumiałe. Przykłady: 34, ~60, 1990"],
  ["ru", "31.02.1990", "Такого дня не существует."],
  ["en", "121", "An age is at most 120 years."],
] as const)("In %s %s is said to be understood as %s", async (language, typed, words) => {
  expect(await said(language, <AgeMeaning id="age" text={typed} />)).toBe(words);
});

test.each([
  ["uk", "+48 500 000 012 / +48 500 000 034", /Для дзвінка: \+48 500 000 012\..*Дзвонити на \+48 500 000 034/],
  ["pl", "22 123 45 67 wew. 12", /22 123 45 67\..*uwaga/],
  ["ru", "абвгд", /Не похоже на полный номер/],
  ["en", "112", /112 is a help line/],
  ["en", "+48 500 000 012", /^$/],
] as const)("In %s it is said of %s", async (language, typed, words) => {
  expect(await said(language, <PhoneMeaning id="phone" text={typed} onChange={nothing} />)).toMatch(words);
});

test("A name in two alphabets is offered in one, or its two forms apart where there is a box for each", async () => {
  const offer = (text: string, onLatin?: () => void) =>
    said("uk", <NameOffer id="name" text={text} onChange={nothing} onLatin={onLatin} />);
  expect(await offer("Iван")).toMatch(/дві абетки.*Іван$/);
  expect(await offer("Ковальчук Kovalchuk", nothing)).toMatch(/Латиницею: Kovalchuk$/);
  expect(await offer("Ковальчук Kovalchuk")).toBe("");
  expect(await offer("Іван")).toBe("");
});

test.each([
  ["uk", /^Це 3 людини\. Додати їх\?/],
  ["pl", /^To 3 osoby\. Dodać je\?/],
  ["en", /^These are 3 people\. Add them\?/],
  ["ru", /^Это 3 человека\. Добавить их\?/],
] as const)("Of three pasted lines it is asked in %s whether they are people", async (language, words) => {
  const question = <LinesQuestion at={{ before: "" }} lines={["А", "Б", "В"]} set={nothing} onAnswer={nothing} />;
  expect(await said(language, question)).toMatch(words);
});
