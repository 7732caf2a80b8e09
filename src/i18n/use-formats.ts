import type { Formats } from "./formats.ts";
import { useI18nContext } from "./i18n-context.ts";

export const useFormats = (): Formats => useI18nContext().formats;
