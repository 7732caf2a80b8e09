import { isObject, type Json } from "../json/json.ts";
import { refuse } from "../refuse.ts";
import { compareJson } from "./compare-json.ts";
import { compilePattern } from "./compile-pattern.ts";

/** A question about the value of a field; undefined where there is none. */
export type Test = (value: Json | undefined) => boolean;
type Compile = (condition: Json) => Test;

/** One operator. `compile` compiles the conditions inside of combining operators. */
export const compileOperator = (name: string, argument: Json, compile: Compile): Test => {
  const make = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  return make ? make(argument, compile, name) : refuse(400, "invalid_operator", `Invalid operator: ${name}`);
};

const refuseArgument = (name: string, argument: Json): never =>
  refuse(400, "bad_arg", `Bad argument for operator ${name}: ${JSON.stringify(argument)}`);

const list = (name: string, argument: Json): Json[] => (Array.isArray(argument) ? argument : refuseArgument(name, argument));

const present = (test: (value: Json) => boolean): Test => (value) => value !== undefined && test(value);

const ordered = (fits: (order: number) => boolean) => (argument: Json): Test => present((value) => fits(compareJson(value, argument)));

const isIn = (options: readonly Json[], value: Json): boolean =>
  options.some((option) => compareJson(option, value) === 0 || (Array.isArray(value) && value.some((one) => compareJson(option, one) === 0)));

const OPERATORS: Readonly<Record<string, (argument: Json, compile: Compile, name: string) => Test>> = {
  $eq: ordered((order) => order === 0),
  $ne: ordered((order) => order !== 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $exists: (argument, _, name) => (typeof argument === "boolean" ? (value) => (value !== undefined) === argument : refuseArgument(name, argument)),
  $type: (argument) => present((value) => typeName(value) === argument),
  $in: (argument, _, name) => {
    const options = list(name, argument);
    return present((value) => isIn(options, value));
  },
  $nin: (argument, _, name) => {
    const options = list(name, argument);
    return present((value) => !isIn(options, value));
  },
  $size: (argument, _, name) => (Number.isSafeInteger(argument) ? (value) => Array.isArray(value) && value.length === argument : refuseArgument(name, argument)),
  $mod: (argument, _, name) => {
    const [divisor, remainder] = list(name, argument);
    if (!Number.isSafeInteger(divisor) || !Number.isSafeInteger(remainder) || divisor === 0) return refuseArgument(name, argument);
    return (value) => Number.isSafeInteger(value) && (value as number) % (divisor as number) === remainder;
  },
  $regex: (argument, _, name) => {
    const pattern = typeof argument === "string" ? compilePattern(argument) : undefined;
    return pattern ? (value) => typeof value === "string" && pattern(value) : refuseArgument(name, argument);
  },
  $beginsWith: (argument, _, name) => (typeof argument === "string" ? (value) => typeof value === "string" && value.startsWith(argument) : refuseArgument(name, argument)),
  $all: (argument, _, name) => {
    const wanted = list(name, argument);
    return (value) => Array.isArray(value) && wanted.length > 0 && wanted.every((one) => value.some((element) => compareJson(one, element) === 0));
  },
  $elemMatch: (argument, compile) => {
    const test = compile(argument);
    return (value) => Array.isArray(value) && value.some((element) => test(element));
  },
  $allMatch: (argument, compile) => {
    const test = compile(argument);
    return (value) => Array.isArray(value) && value.length > 0 && value.every((element) => test(element));
  },
  $keyMapMatch: (argument, compile) => {
    const test = compile(argument);
    return (value) => isObject(value) && Object.keys(value).some((key) => test(key));
  },
  $and: (argument, compile, name) => {
    const tests = list(name, argument).map(compile);
    return (value) => tests.every((test) => test(value));
  },
  $or: (argument, compile, name) => {
    const tests = list(name, argument).map(compile);
    return (value) => tests.length === 0 || tests.some((test) => test(value));
  },
  $nor: (argument, compile, name) => {
    const tests = list(name, argument).map(compile);
    return (value) => !tests.some((test) => test(value));
  },
  $not: (argument, compile) => {
    const test = compile(argument);
    return (value) => !test(value);
  },
};

const typeName = (value: Json): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
