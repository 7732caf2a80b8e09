import { families } from "./payload-families.ts";

/** What the ways round a filter do to a payload. */
const coats: readonly ((payload: string) => string)[] = [
  (payload) => payload.replace(/(?<=<\/?)[a-z]+|on[a-z]+(?==)|javascript/g, mixedCase),
  (payload) => payload.replace(/(?<=<[a-z]+) | (?=on[a-z]+=)/g, "/"),
  (payload) => payload.replace(/hit/g, "&#104;it"),
  (payload) => payload.replace(/[<>"']/g, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`),
  (payload) => payload.replace(/[<>"'() ]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
];

const mixedCase = (word: string): string =>
  [...word].map((letter, place) => (place % 2 ? letter.toUpperCase() : letter)).join("");

/** Every family in every coat in which it still differs: hostile texts, the same every time. */
export const payloads: readonly string[] = [
  ...new Set(families.flatMap((family) => [family, ...coats.map((coat) => coat(family))])),
];

/** Those that a field of so many characters takes. */
export const payloadsUpTo = (most: number): readonly string[] => payloads.filter(({ length }) => length <= most);
