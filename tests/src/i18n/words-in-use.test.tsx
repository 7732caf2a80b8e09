import { createInstance } from "i18next";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { useCodeLabel } from "../../../src/i18n/code-label.ts";
import { useErrorText } from "../../../src/i18n/error-text.ts";
import { I18nProvider } from "../../../src/i18n/i18n-provider.tsx";
import type { Language } from "../../../src/i18n/languages.ts";
import { loadWords } from "../../../src/i18n/load-words.ts";

const say = async (language: Language, Saying: () => string): Promise<string> => {
  const i18n = createInstance();
  await i18n.init({ lng: language, resources: { [language]: { translation: await loadWords(language) } } });
  return renderToStaticMarkup(createElement(I18nProvider, { i18n, children: createElement(Saying) }));
};

test("A code has a word in the chosen language; a code of a newer app is shown as it stands", async () => {
  const Saying = () => {
    const codeLabel = useCodeLabel();
    return [codeLabel("sex", "f"), codeLabel("sex", "z9")].join(" ");
  };
  expect(await say("pl", Saying)).toBe("kobieta z9");
});

test("An error says what happened in the chosen language", async () => {
  const Saying = () => useErrorText()({ type: "Unexpected" });
  expect(await say("uk", Saying)).toContain("збережено");
});

test("The pseudo-locale is longer, accented, and keeps its placeholders", async () => {
  const words = JSON.stringify(await loadWords("en-XA"));
  expect(words).toContain("{{label}}");
  expect(words.length).toBeGreaterThan(JSON.stringify(await loadWords("en")).length * 1.2);
});
