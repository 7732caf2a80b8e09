import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";
import { comparisons } from "./comparisons.ts";
import { checkParts } from "./count-parts.ts";
import { fieldAt, fieldPath, isReachable } from "./field-path.ts";
import { refuseArgument, refuseOperator } from "./refuse-argument.ts";

/** A question about the value of a field; undefined where there is none. */
type Test = (value: Json | undefined) => boolean;

/** Compiles a selector to a question about a document. Refuses (400) unknown operators, wrong arguments and too many parts. */
export const compileSelector = (selector: JsonObject): ((doc: JsonObject) => boolean) => {
  checkParts(selector);
  return compile(selector, false);
};

/** True for a list without conditions that stands alone: `_find` has no result then. Beside others it asks nothing. */
export const asksForNothing = (selector: JsonObject): boolean => {
  const [[name, argument] = ["", null], ...more] = Object.entries(selector);
  if (more.length > 0) return false;
  if (name === "$not") return isObject(argument) && asksForNothing(argument);
  return ["$and", "$or", "$nor"].includes(name) && Array.isArray(argument) && argument.length === 0;
};

/**
 * A condition on one value: an object of operators and nested fields, or a value to equal. Negation is pushed down
 * to the comparisons, as CouchDB does: a field that is absent fits neither a comparison nor its opposite.
 */
const compile = (condition: Json, isNegated: boolean): Test => {
  if (!isObject(condition)) return compileComparison("$eq", condition, isNegated);
  const tests = Object.entries(condition).map(([name, argument]) =>
    name.startsWith("$") ? compileOperator(name, argument, isNegated) : compileField(name, argument, isNegated),
  );
  return isNegated ? some(tests) : every(tests);
};

const every = (tests: readonly Test[]): Test =>
  tests.length === 1 && tests[0] ? tests[0] : (value) => tests.every((test) => test(value));

const some = (tests: readonly Test[]): Test =>
  tests.length === 1 && tests[0] ? tests[0] : (value) => tests.some((test) => test(value));

/** A list of no conditions asks nothing, negated or not. */
const join = (tests: readonly Test[], isOneEnough: boolean): Test =>
  tests.length === 0 ? () => true : (isOneEnough ? some : every)(tests);

const compileField = (name: string, condition: Json, isNegated: boolean): Test => {
  const path = fieldPath(name);
  if (name === "") return refuse(400, "invalid_selector", "Empty field name");
  const isEmpty = isObject(condition) && Object.keys(condition).length === 0;
  const test = isEmpty ? compileComparison("$eq", {}, isNegated) : compile(condition, isNegated);
  return (value) => {
    const at = fieldAt(value, path);
    return at === undefined ? isReachable(value, path) && test(at) : test(at);
  };
};

const compileOperator = (name: string, argument: Json, isNegated: boolean): Test => {
  const combine = Object.hasOwn(COMBINATIONS, name) ? COMBINATIONS[name] : undefined;
  return combine ? combine(argument, isNegated, name) : compileComparison(name, argument, isNegated);
};

const compileComparison = (name: string, argument: Json, isNegated: boolean): Test => {
  if (UNSUPPORTED.has(name)) return refuse(400, "not_supported", `Unsupported operator: ${name}`);
  const make = Object.hasOwn(comparisons, name) ? comparisons[name] : undefined;
  if (!make) return refuseOperator(name);
  const fits = make(argument, name);
  return (value) => value !== undefined && fits(value) !== isNegated;
};

/** CouchDB knows them and has none of them. */
const UNSUPPORTED: ReadonlySet<string> = new Set(["$where", "$geoWithin", "$geoIntersects", "$near", "$nearSphere"]);

const compileObject = (argument: Json, isNegated: boolean, name: string): Test =>
  isObject(argument) ? compile(argument, isNegated) : refuseArgument(name, argument);

const compileAll = (argument: Json, isNegated: boolean, name: string): Test[] =>
  Array.isArray(argument) ? argument.map((one) => compile(one, isNegated)) : refuseArgument(name, argument);

/** Tests on what is inside a value; the value itself must be there. */
const inside =
  (isNegated: boolean, fits: (value: Json) => boolean): Test =>
  (value) =>
    value !== undefined && fits(value) !== isNegated;

const COMBINATIONS: Readonly<Record<string, (argument: Json, isNegated: boolean, name: string) => Test>> = {
  $and: (argument, isNegated, name) => join(compileAll(argument, isNegated, name), isNegated),
  $or: (argument, isNegated, name) => join(compileAll(argument, isNegated, name), !isNegated),
  $nor: (argument, isNegated, name) => join(compileAll(argument, !isNegated, name), isNegated),
  $not: (argument, isNegated, name) => compileObject(argument, !isNegated, name),
  $exists: (argument, isNegated, name) => {
    if (typeof argument !== "boolean") return refuseArgument(name, argument);
    return (value) => (value !== undefined) === (argument !== isNegated);
  },
  $elemMatch: (argument, isNegated, name) => {
    const test = compileObject(argument, false, name);
    return inside(isNegated, (value) => Array.isArray(value) && value.some((element) => test(element)));
  },
  $allMatch: (argument, isNegated, name) => {
    const test = compileObject(argument, false, name);
    return inside(
      isNegated,
      (value) => Array.isArray(value) && value.length > 0 && value.every((element) => test(element)),
    );
  },
  $keyMapMatch: (argument, isNegated, name) => {
    const test = compileObject(argument, false, name);
    return inside(isNegated, (value) => isObject(value) && Object.keys(value).some((key) => test(key)));
  },
};
