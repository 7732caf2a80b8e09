import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";

/** Every part is asked of every document. */
const MOST_PARTS = 500;
/** Each takes its states times the text, for every document, without a pause in between. */
const MOST_PATTERNS = 4;

/** Refuses (400) a selector of too many parts: operators, fields, and elements of lists of conditions. */
export const checkParts = (selector: JsonObject): void => {
  if (countParts(selector) > MOST_PARTS) refuse(400, "invalid_selector", `A selector has at most ${MOST_PARTS} parts.`);
  if (countPatterns(selector) > MOST_PATTERNS)
    refuse(400, "invalid_selector", `A selector has at most ${MOST_PATTERNS} patterns.`);
};

const countParts = (condition: Json): number => {
  if (Array.isArray(condition)) return condition.reduce<number>((sum, one) => sum + 1 + countParts(one), 0);
  if (!isObject(condition)) return 0;
  return Object.entries(condition).reduce(
    (sum, [name, argument]) => sum + 1 + (VALUES.has(name) ? 0 : countParts(argument)),
    0,
  );
};

const countPatterns = (condition: Json): number => {
  if (typeof condition !== "object" || condition === null) return 0;
  return Object.entries(condition).reduce(
    (sum, [name, argument]) => sum + (name === "$regex" ? 1 : countPatterns(argument)),
    0,
  );
};

/** Their lists hold values that are looked up, not conditions. */
const VALUES = new Set(["$in", "$nin", "$all", "$mod"]);
