import type { Json } from "../json/json.ts";
import { compareJson } from "./compare-json.ts";
import { compilePattern } from "./compile-pattern.ts";
import type { PatternRuns } from "./pattern-runs.ts";
import { refuseArgument, refuseOperator } from "./refuse-argument.ts";

type Comparison = (argument: Json, name: string, runs: PatternRuns) => (value: Json) => boolean;

const ordered =
  (fits: (order: number) => boolean): Comparison =>
  (argument) =>
  (value) =>
    fits(compareJson(value, argument));

const list = (argument: Json, name: string): Json[] =>
  Array.isArray(argument) ? argument : refuseArgument(name, argument);

/** Whether a value, or an element of it, is one of the options; in a time that does not depend on how many there are. */
const lookUp = (options: readonly Json[]): ((value: Json) => boolean) => {
  const texts = new Set(options.map(textOf));
  return (value) => (Array.isArray(value) ? value.some((one) => texts.has(textOf(one))) : texts.has(textOf(value)));
};

/** The same for values that `compareJson` finds equal, and only for them. */
const textOf = (value: Json): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const text = texts.get(value) ?? JSON.stringify(value);
  texts.set(value, text);
  return text;
};

/** A selector may ask hundreds of times for the same object of a document. */
const texts = new WeakMap<object, string>();

const typeName = (value: Json): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** Operators that look at one value that is there. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  $eq: ordered((order) => order === 0),
  $ne: ordered((order) => order !== 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $type: (argument, name) => {
    if (typeof argument !== "string") return refuseArgument(name, argument);
    return (value) => typeName(value) === argument;
  },
  $in: (argument, name) => {
    return lookUp(list(argument, name));
  },
  $nin: (argument, name) => {
    const isIn = lookUp(list(argument, name));
    return (value) => !isIn(value);
  },
  $size: (argument, name) => {
    if (!Number.isSafeInteger(argument) || Number(argument) < 0) return refuseArgument(name, argument);
    return (value) => Array.isArray(value) && value.length === argument;
  },
  $mod: (argument, name) => {
    const [divisor, remainder, ...more] = list(argument, name);
    if (!Number.isSafeInteger(divisor) || !Number.isSafeInteger(remainder) || divisor === 0 || more.length > 0)
      return refuseArgument(name, argument);
    return (value) => Number.isSafeInteger(value) && Number(value) % Number(divisor) === remainder;
  },
  $regex: (argument, name, runs) => {
    if (typeof argument !== "string") return refuseOperator(name);
    const pattern = compilePattern(argument);
    if (!pattern) return refuseArgument(name, argument);
    return (value) => typeof value === "string" && runs.hasMatch(pattern, value);
  },
  $beginsWith: (argument, name) => {
    if (typeof argument !== "string") return refuseOperator(name);
    return (value) => typeof value === "string" && value.startsWith(argument);
  },
  $all: (argument, name) => {
    const wanted = new Set(list(argument, name).map(textOf));
    return (value) => {
      if (!Array.isArray(value) || wanted.size === 0) return false;
      const there = new Set(value.map(textOf));
      return [...wanted].every((one) => there.has(one));
    };
  },
};
