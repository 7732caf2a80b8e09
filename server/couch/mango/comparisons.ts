import type { Json } from "../json/json.ts";
import { compareJson } from "./compare-json.ts";
import { compilePattern } from "./compile-pattern.ts";
import { refuseArgument } from "./refuse-argument.ts";

type Comparison = (argument: Json, name: string) => (value: Json) => boolean;

const ordered =
  (fits: (order: number) => boolean): Comparison =>
  (argument) =>
  (value) =>
    fits(compareJson(value, argument));

const list = (argument: Json, name: string): Json[] =>
  Array.isArray(argument) ? argument : refuseArgument(name, argument);

const isIn = (options: readonly Json[], value: Json): boolean =>
  options.some(
    (option) =>
      compareJson(option, value) === 0 || (Array.isArray(value) && value.some((one) => compareJson(option, one) === 0)),
  );

const typeName = (value: Json): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** Operators that look at one value that is there. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  $eq: ordered((order) => order === 0),
  $ne: ordered((order) => order !== 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $type: (argument) => (value) => typeName(value) === argument,
  $in: (argument, name) => {
    const options = list(argument, name);
    return (value) => isIn(options, value);
  },
  $nin: (argument, name) => {
    const options = list(argument, name);
    return (value) => !isIn(options, value);
  },
  $size: (argument, name) => {
    if (!Number.isSafeInteger(argument)) return refuseArgument(name, argument);
    return (value) => Array.isArray(value) && value.length === argument;
  },
  $mod: (argument, name) => {
    const [divisor, remainder] = list(argument, name).map(Number);
    if (!Number.isSafeInteger(divisor) || !Number.isSafeInteger(remainder) || divisor === 0)
      return refuseArgument(name, argument);
    return (value) => Number.isSafeInteger(value) && Number(value) % Number(divisor) === remainder;
  },
  $regex: (argument, name) => {
    const pattern = typeof argument === "string" ? compilePattern(argument) : undefined;
    return pattern ? (value) => typeof value === "string" && pattern(value) : refuseArgument(name, argument);
  },
  $beginsWith: (argument, name) => {
    if (typeof argument !== "string") return refuseArgument(name, argument);
    return (value) => typeof value === "string" && value.startsWith(argument);
  },
  $all: (argument, name) => {
    const wanted = list(argument, name);
    return (value) =>
      Array.isArray(value) &&
      wanted.length > 0 &&
      wanted.every((one) => value.some((element) => compareJson(one, element) === 0));
  },
};
