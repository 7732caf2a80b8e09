import { useCallback } from "react";
import { useI18nContext } from "./i18n-context.ts";

export type CodeLabel = (list: string, code: string) => string;

/** The word for an entry of a code list: `codeLabel("sex", "f")` reads `codes.sex.f`.
 *  Lists that only a record's own page shows come with it (`recordCodes`). A code that a newer app has written is shown as it stands: unknown is better than lost. */
export const useCodeLabel = (): CodeLabel => {
  const { i18n, language } = useI18nContext();
  return useCallback(
    (list, code) => {
      const word = (key: string): unknown => i18n.getResource(language, "translation", key);
      const label = word(`codes.${list}.${code}`) ?? word(`recordCodes.${list}.${code}`);
      return typeof label === "string" ? label : code;
    },
    [i18n, language],
  );
};
