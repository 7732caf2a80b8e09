import type { i18n } from "i18next";
import { beforeEach, expect, test, vi } from "vitest";
import type { Language } from "../../../src/i18n/languages.ts";
import type { WordPart } from "../../../src/i18n/load-words.ts";
import { addWords, chooseLanguage, hasWords, startI18n } from "../../../src/i18n/start-i18n.ts";

/** What holds a chunk back, by name. */
const held = new Map<string, Promise<void>>();
const areaOf: Readonly<Record<string, string>> = { lock: "app", behind: "intake", later: "pin" };

vi.mock("../../../src/i18n/load-words.ts", () => ({
  loadWords: async (language: Language, part: WordPart) => {
    await held.get(`${language}-${part}`);
    return { [areaOf[part] ?? part]: { title: `${part} in ${language}` } };
  },
}));

const hold = (chunk: string): (() => void) => {
  let release = () => {};
  held.set(chunk, new Promise((resolve) => (release = resolve)));
  return () => release();
};

let app: i18n;
let kept: Map<string, string>;
const onScreen = () => ({
  language: app.language,
  page: document.documentElement.lang,
  title: app.t("app.title" as never),
});

beforeEach(async () => {
  held.clear();
  kept = new Map([["prystan.language", "uk"]]);
  vi.stubGlobal("document", { documentElement: { lang: "", dir: "" } });
  vi.stubGlobal("location", { search: "" });
  vi.stubGlobal("navigator", { languages: [] });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  app = await startI18n();
});

test("A part that is asked for while a language is still being fetched is there before that language is shown", async () => {
  const release = hold("pl-lock");
  const switched = chooseLanguage(app, "pl");
  await addWords(app, "uk", "behind");
  const releaseBehind = hold("pl-behind");
  const wereThere: boolean[] = [];
  app.on("languageChanged", (language) => void wereThere.push(hasWords(app, language, "behind")));
  release();
  releaseBehind();
  await switched;
  expect(wereThere).toEqual([true]);
  expect(app.t("intake.title" as never)).toBe("behind in pl");
});

test("A part that nobody has asked for is not fetched with another language", async () => {
  await chooseLanguage(app, "pl");
  expect(hasWords(app, "pl", "behind")).toBe(false);
});

test("Of two quick taps the last one wins, on the screen and in what is remembered, though the first is slower", async () => {
  const release = hold("en-lock");
  const first = chooseLanguage(app, "en");
  await chooseLanguage(app, "pl");
  release();
  await first;
  expect(onScreen()).toEqual({ language: "pl", page: "pl", title: "lock in pl" });
  expect(kept.get("prystan.language")).toBe("pl");
});

test("Of two quick taps the last one wins also where it is the slower one", async () => {
  const release = hold("en-lock");
  const last = [chooseLanguage(app, "pl"), chooseLanguage(app, "en")];
  release();
  await Promise.all(last);
  expect(onScreen()).toEqual({ language: "en", page: "en", title: "lock in en" });
  expect(kept.get("prystan.language")).toBe("en");
});
