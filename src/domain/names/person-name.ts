import { kmu55 } from "./transliterate.ts";

/** The names of a person, or of a passenger on a manifest. */
export type Names = {
  readonly familyName?: string;
  readonly givenName?: string;
  readonly familyNameLat?: string;
  readonly givenNameLat?: string;
};

/** Family name first, as it was told; nothing where nobody has asked yet. */
export const nameOf = (names: Names): string | undefined =>
  joined(names.familyName, names.givenName) ?? joined(names.familyNameLat, names.givenNameLat);

/** The same name in Latin letters, as in the document where that was seen; nothing where it would only repeat the name. */
export const latinNameOf = (names: Names): string | undefined => {
  const latin = joined(
    names.familyNameLat ?? (names.familyName && kmu55(names.familyName)),
    names.givenNameLat ?? (names.givenName && kmu55(names.givenName)),
  );
  return latin === undefined || latin === nameOf(names) || isCyrillic(latin) ? undefined : latin;
};

/** The language to read a name in: Cyrillic ones as Ukrainian, so that a Polish voice does not spell them. */
export const languageOfName = (name: string | undefined): string | undefined =>
  name !== undefined && isCyrillic(name) ? "uk" : undefined;

const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter(Boolean).join(" ") || undefined;

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
