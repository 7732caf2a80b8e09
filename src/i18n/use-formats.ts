import type { Formats } from "./formats.ts";
import { useSpoken } from "./i18n-context.ts";

export const useFormats = (): Formats => useSpoken().formats;
