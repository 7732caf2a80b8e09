import { expect, test } from "vitest";
import en from "../../../../locales/en/codes.json";
import enOfRecords from "../../../../locales/en/recordCodes.json";
import pl from "../../../../locales/pl/codes.json";
import plOfRecords from "../../../../locales/pl/recordCodes.json";
import ru from "../../../../locales/ru/codes.json";
import ruOfRecords from "../../../../locales/ru/recordCodes.json";
import uk from "../../../../locales/uk/codes.json";
import ukOfRecords from "../../../../locales/uk/recordCodes.json";
import { codes, isCode } from "../../../../src/domain/model/codes.ts";

type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;
const languages: readonly (readonly [string, Labels])[] = Object.entries({
  en: { ...en, ...enOfRecords },
  uk: { ...uk, ...ukOfRecords },
  pl: { ...pl, ...plOfRecords },
  ru: { ...ru, ...ruOfRecords },
});

/** Lists that no screen shows: of what imports read, and of health, which comes later. */
const unseen: readonly string[] = ["wgDomain", "wgAnswer", "stayEvent"];

test.each(languages)("Every code that is shown has a label in %s, and no label lacks its code", (_language, labels) => {
  const withLabels = Object.fromEntries(
    Object.entries(labels).map(([list, byCode]) => [list, Object.keys(byCode).sort()]),
  );
  const shown = Object.entries(codes).filter(([list]) => !unseen.includes(list));
  const expected = Object.fromEntries(shown.map(([list, all]) => [list, [...all].sort()]));
  expect(withLabels).toEqual(expected);
});

test.each(languages)("Labels in %s are not empty, are trimmed and differ within their list", (_language, labels) => {
  for (const byCode of Object.values(labels)) {
    const texts = Object.values(byCode);
    expect(texts.filter((text) => text === "" || text !== text.trim())).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test("Polish labels hold no Cyrillic, Ukrainian and Russian ones no letters of the other", () => {
  expect(textsOf(pl)).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(textsOf(uk)).not.toMatch(/[ыэъё]/i);
  expect(textsOf(ru).replaceAll("Дія", "")).not.toMatch(/[іїєґ’]/i);
});

test("There are 27 oblasts and 16 voivodeships", () => {
  expect(codes.oblast).toHaveLength(27);
  expect(codes.voivodeship).toHaveLength(16);
});

test("A code of another list, or no text at all, is not a code", () => {
  expect(isCode("sex", "f")).toBe(true);
  expect(isCode("sex", "dog")).toBe(false);
  expect(isCode("sex", undefined)).toBe(false);
});

const textsOf = (labels: Labels): string =>
  Object.values(labels)
    .flatMap((byCode) => Object.values(byCode))
    .join(" ");
