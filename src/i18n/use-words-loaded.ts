import { useEffect, useState } from "react";
import { useI18nContext } from "./i18n-context.ts";
import { isLanguage } from "./languages.ts";
import type { WordPart } from "./load-words.ts";
import { addWords, hasWords } from "./start-i18n.ts";

/** Fetches a part of the words. True once they are there. */
export const useWordsLoaded = (part: WordPart): boolean => {
  const { i18n } = useI18nContext();
  const [are, setAre] = useState(() => hasWords(i18n, i18n.language, part));
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const language = isLanguage(i18n.language) ? i18n.language : "en";
    addWords(i18n, language, part).then(() => setAre(true), setFailure);
  }, [i18n, part]);
  if (failure) throw failure;
  return are;
};
