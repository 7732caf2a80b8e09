import { useEffect, useState } from "react";
import { useI18nContext } from "./i18n-context.ts";
import { isLanguage, pseudoLocale } from "./languages.ts";
import type { WordPart } from "./load-words.ts";
import { addWords, hasWords } from "./start-i18n.ts";

/** Fetches a part of the words. True once they are there in the language that is shown. */
export const useWordsLoaded = (part: WordPart): boolean => {
  const { i18n, language } = useI18nContext();
  const [, drawAgain] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const shown = isLanguage(language) ? language : pseudoLocale;
    addWords(i18n, shown, part).then(() => drawAgain(shown + part), setFailure);
  }, [i18n, language, part]);
  if (failure) throw failure;
  return hasWords(i18n, language, part);
};
