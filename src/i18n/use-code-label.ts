import { useCallback } from "react";
import { useI18nContext } from "./i18n-context.ts";

export type CodeLabel = (list: string, code: string) => string;

/** The word for an entry of a code list: `codeLabel("sex", "f")` reads `codes.sex.f`.
 *  A code that a newer app has written is shown as it stands: unknown is better than lost. */
export const useCodeLabel = (): CodeLabel => {
  const { i18n, language } = useI18nContext();
  return useCallback(
    (list, code) => {
      const label: unknown = i18n.getResource(language, "translation", `codes.${list}.${code}`);
      return typeof label === "string" ? label : code;
    },
    [i18n, language],
  );
};
