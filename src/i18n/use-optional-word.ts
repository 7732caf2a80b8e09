import { useCallback } from "react";
import { useI18nContext } from "./i18n-context.ts";

/** The word for a key that comes from data, such as a field's name; nothing where there is none. */
export const useOptionalWord = (): ((key: string) => string | undefined) => {
  const { i18n, language } = useI18nContext();
  return useCallback(
    (key) => {
      const word: unknown = i18n.getResource(language, "translation", key);
      return typeof word === "string" ? word : undefined;
    },
    [i18n, language],
  );
};
