import { withoutApostrophes } from "../names/apostrophe.ts";
import { editDistance } from "../names/edit-distance.ts";
import { givenNameKeys } from "../names/given-names.ts";
import { nameKeys } from "../names/name-key.ts";
import { wordsOf } from "../names/name-words.ts";
import { inOtherLayout } from "../names/other-layout.ts";
import { isGivenName } from "./single-names.ts";

/** One name as it was written, with what it sounds like. */
export type NamePart = {
  readonly written: string;
  /** Keys of the whole, and of each word where there are several: what it sounds like. */
  readonly sounds: readonly string[];
  readonly words: readonly (readonly string[])[];
  /** Keys of the names that the first word is a form of. */
  readonly forms: readonly string[];
  /** Keys of what it would be had the keyboard been switched. */
  readonly switched: readonly string[];
  readonly switchedForms: readonly string[];
  readonly isGivenName: boolean;
};

export const namePart = (text: string): NamePart => {
  const words = wordsOf(text);
  const sounds = words.map((word) => nameKeys(word));
  const switched = inOtherLayout(text);
  return {
    written: withoutApostrophes(text.toLowerCase().normalize("NFKC")).replace(/\s+/g, " ").trim(),
    sounds: wholeOf(sounds),
    words: sounds.length > 1 ? sounds : [],
    forms: givenNameKeys(words[0] ?? ""),
    switched: switched.flatMap((one) => nameKeys(one)),
    switchedForms: switched.flatMap((one) => givenNameKeys(one)),
    isGivenName: isGivenName(words[0] ?? ""),
  };
};

const wholeOf = (words: readonly (readonly string[])[]): readonly string[] =>
  words.reduce<readonly string[]>(
    (wholes, keys) => wholes.flatMap((whole) => keys.map((key) => whole + key)).slice(0, 4),
    [""],
  );

/** How alike two names are. `other` for two different ones. */
export type Likeness = "same" | "near" | "weak" | "other";

/** What makes two names alike. */
export type Likened = { readonly likeness: Likeness; readonly by: "written" | "sound" | "form" | "layout" | "half" };

export type CompareNames = (a: NamePart, b: NamePart) => Likened;

export const familyLikeness: CompareNames = (a, b) => {
  if (a.written === b.written) return { likeness: "same", by: "written" };
  if (haveCommon(a.sounds, b.sounds)) return { likeness: "same", by: "sound" };
  if (haveCommon(a.switched, b.sounds) || haveCommon(b.switched, a.sounds)) return { likeness: "same", by: "layout" };
  const likeness = typedLikeness(a, b);
  if (likeness === "other" && sharesWord(a, b)) return { likeness: "near", by: "half" };
  return { likeness, by: "sound" };
};

export const givenLikeness: CompareNames = (a, b) => {
  if (a.written === b.written) return { likeness: "same", by: "written" };
  if (haveCommon(a.sounds, b.sounds)) return { likeness: "same", by: "sound" };
  if (haveCommon(a.forms, b.forms)) return { likeness: "same", by: "form" };
  if (haveCommon(a.switchedForms, b.forms) || haveCommon(b.switchedForms, a.forms))
    return { likeness: "same", by: "layout" };
  if (sharesWord(a, b)) return { likeness: "near", by: "half" };
  if (a.isGivenName && b.isGivenName) return { likeness: "other", by: "sound" };
  return { likeness: isOneSlip(a.written, b.written) ? "near" : typedLikeness(a, b), by: "sound" };
};

/** One key beside the right one, too many, missing or too early. */
const isOneSlip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 4 && a[0] === b[0] && editDistance(a, b, 1) === 1;

/** A name of two words and one of them: Коваль-Бойко, Коваль. */
const sharesWord = (a: NamePart, b: NamePart): boolean => {
  const wordsIn = ({ words, sounds }: NamePart) => (words.length > 0 ? words : [sounds]);
  if (a.words.length === 0 && b.words.length === 0) return false;
  return wordsIn(a).some((one) => wordsIn(b).some((other) => haveCommon(one, other)));
};

/** Of what it sounds like, and of the letters: one wrong letter may change two sounds. */
const typedLikeness = (a: NamePart, b: NamePart): Likeness => {
  let best = similarity(a.written, b.written);
  for (const one of a.sounds) for (const other of b.sounds) best = Math.max(best, similarity(one, other));
  return best >= 0.82 ? "near" : best >= 0.7 ? "weak" : "other";
};

/** Letters that need not change, as a share of the longer key. */
const similarity = (a: string, b: string): number => {
  const longest = Math.max(a.length, b.length, 1);
  const allowed = Math.floor(longest * 0.3);
  return 1 - editDistance(a, b, allowed) / longest;
};

const haveCommon = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
