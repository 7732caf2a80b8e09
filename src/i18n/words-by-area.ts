import type { WordTree } from "./words.ts";

/** `locales/uk/intake.json` → `intake`: the file name is the first part of the key. */
export const wordsByArea = (files: Readonly<Record<string, WordTree>>): WordTree =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [areaOf(path), words]));

const areaOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1, -".json".length);
