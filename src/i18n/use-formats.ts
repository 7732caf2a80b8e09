import type { Formats } from "./formats.ts";
import { useSpoken } from "./spoken.ts";

export const useFormats = (): Formats => useSpoken().formats;
