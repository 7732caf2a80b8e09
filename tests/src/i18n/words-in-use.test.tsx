import { createInstance } from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { I18nProvider } from "../../../src/i18n/i18n-provider.tsx";
import type { Language } from "../../../src/i18n/languages.ts";
import { loadWords } from "../../../src/i18n/load-words.ts";
import { useCodeLabel } from "../../../src/i18n/use-code-label.ts";
import { useErrorText } from "../../../src/i18n/use-error-text.ts";

const allWords = async (language: Parameters<typeof loadWords>[0]) => ({
  ...(await loadWords(language, "lock")),
  ...(await loadWords(language, "behind")),
  ...(await loadWords(language, "transport")),
});

const rendered = async (language: Language, child: ReactNode): Promise<string> => {
  const i18n = createInstance();
  await i18n.init({ lng: language, resources: { [language]: { translation: await allWords(language) } } });
  return renderToStaticMarkup(<I18nProvider i18n={i18n}>{child}</I18nProvider>);
};

const Code = ({ code }: { readonly code: string }) => useCodeLabel()("sex", code);

const Refusal = () => useErrorText()({ type: "Unexpected" });

test("A code has a word in the chosen language; a code of a newer app is shown as it stands", async () => {
  expect(await rendered("pl", <Code code="f" />)).toMatch(/^kobieta$/i);
  expect(await rendered("pl", <Code code="z9" />)).toBe("z9");
});

test("An error says what happened in the chosen language", async () => {
  expect(await rendered("uk", <Refusal />)).toContain("збережено");
});

test("The pseudo-locale is longer, accented, and keeps its placeholders", async () => {
  const words = JSON.stringify(await allWords("en-XA"));
  expect(words).toContain("{{label}}");
  expect(words.length).toBeGreaterThan(JSON.stringify(await allWords("en")).length * 1.2);
});
