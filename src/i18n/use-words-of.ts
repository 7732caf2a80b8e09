import type { TFunction } from "i18next";
import { useEffect, useMemo, useState } from "react";
import { useI18nContext } from "./i18n-context.ts";
import type { Language } from "./languages.ts";
import type { WordPart } from "./load-words.ts";
import { addWords, hasWords } from "./start-i18n.ts";

/** Finds a word by its key, in one language. */
export type Translate = TFunction;

/** A part of the words in a language of its own, whatever the interface speaks; nothing until they are fetched. */
export const useWordsOf = (language: Language, part: WordPart): Translate | undefined => {
  const { i18n } = useI18nContext();
  const [, drawAgain] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    addWords(i18n, language, part).then(() => drawAgain(language + part), setFailure);
  }, [i18n, language, part]);
  const t = useMemo(() => i18n.getFixedT(language), [i18n, language]);
  if (failure) throw failure;
  return hasWords(i18n, language, part) ? t : undefined;
};
