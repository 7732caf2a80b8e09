export const browser: string[];
export const longOnly: string[];
export const replacing: string[];
export const slowUnits: string[];
/** A part of the long suite: which files, and the environment that makes them long. */
export type Part = {
  readonly files: readonly string[];
  readonly exclude?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};
export const parts: Readonly<Record<string, Part>>;
export function suitesOf(file: string): string[];
