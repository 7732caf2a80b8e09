import { contentFields, type Document, isContent } from "./document.ts";

/**
 * What holds for every value of a document, whatever its field and whoever knows that field: phones walk through it, join it and show
 * it.
 */

const mostElements = 1_000;
const longestName = 120;

/** Characters of JSON that fields of newer apps take together, the values that wait beside them included. */
export const maxUnknownLength = 16_384;

/** Control characters but those that stand for space and ends of lines, and halves of characters. */
const unplain = /[^\P{Cc}\t\n\v\f\r\u0085]|\p{Cs}/u;
const everyUnplain = new RegExp(unplain, "gu");

export const isPlainText = (text: string): boolean => !unplain.test(text);

/** The same value without what no text holds: pasted out of a document, or cut in the middle of a character. */
export const withPlainTexts = (value: unknown): unknown => {
  if (isPlainValue(value)) return value;
  if (typeof value === "string") return value.replace(everyUnplain, "");
  if (Array.isArray(value)) return value.map(withPlainTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withPlainTexts(part)]));
};

/** True where a value can be joined and shown: plain texts and names, bounded lists. */
export const isPlainValue = (value: unknown): boolean => {
  if (typeof value === "string") return isPlainText(value);
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.length <= mostElements && value.every(isPlainValue);
  return Object.entries(value).every(
    ([name, part]) => name.length <= longestName && isPlainText(name) && isPlainValue(part),
  );
};

/** Characters of JSON that the fields outside of `known` take, with what waits beside them. */
export const unknownLength = (document: Document, known: Readonly<Record<string, unknown>>): number => {
  const isUnknown = (field: string) => !isContent(field) || !(field in known);
  const unknown = contentFields(document).filter(isUnknown);
  const waiting = Object.keys(document.rivals ?? {}).filter(isUnknown);
  const parts = [...unknown.map((field) => document[field]), ...waiting.map((field) => document.rivals?.[field])];
  return parts.reduce<number>((sum, part) => sum + (JSON.stringify(part)?.length ?? 0), 0);
};
