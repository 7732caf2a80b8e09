import type { TFunction } from "i18next";
import { useI18nContext } from "./i18n-context.ts";
import type {} from "./words.ts";

/** `const t = useT(); t("ui.close")`. A key that English does not have is a compile error. */
export const useT = (): TFunction => useI18nContext().t;
