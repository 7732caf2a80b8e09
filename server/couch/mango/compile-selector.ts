import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";
import { comparisons } from "./comparisons.ts";
import { checkParts } from "./count-parts.ts";
import { fieldAt, fieldPath, isReachable } from "./field-path.ts";
import { openPatternRuns, type PatternRuns } from "./pattern-runs.ts";
import { refuseArgument, refuseOperator } from "./refuse-argument.ts";

/** A question about the value of a field; undefined where there is none. */
type Test = (value: Json | undefined) => boolean;

/**
 * A question about a document; undefined where its patterns take longer than one slice: asked again of the same document, it goes on.
 * Refuses (500 `timeout`) what takes too long in all.
 */
export type Selector = (doc: JsonObject) => boolean | undefined;

/** Compiles a selector. Refuses (400) unknown operators, wrong arguments and too many parts. */
export const compileSelector = (selector: JsonObject): Selector => {
  checkParts(selector);
  const runs = openPatternRuns();
  const fits = compile(selector, { isNegated: false, runs });
  return (doc) => runs.inSlices(doc, fits);
};

/** What a condition is compiled with. */
type Context = { readonly isNegated: boolean; readonly runs: PatternRuns };

const opposite = ({ isNegated, runs }: Context): Context => ({ isNegated: !isNegated, runs });
const asWritten = ({ runs }: Context): Context => ({ isNegated: false, runs });

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
const compile = (condition: Json, context: Context): Test => {
  if (!isObject(condition)) return compileComparison("$eq", condition, context);
  const tests = Object.entries(condition).map(([name, argument]) =>
    name.startsWith("$") ? compileOperator(name, argument, context) : compileField(name, argument, context),
  );
  return context.isNegated ? some(tests) : every(tests);
};

const every = (tests: readonly Test[]): Test =>
  tests.length === 1 && tests[0] ? tests[0] : (value) => tests.every((test) => test(value));

const some = (tests: readonly Test[]): Test =>
  tests.length === 1 && tests[0] ? tests[0] : (value) => tests.some((test) => test(value));

/** A list of no conditions asks nothing, negated or not. */
const join = (tests: readonly Test[], isOneEnough: boolean): Test =>
  tests.length === 0 ? () => true : (isOneEnough ? some : every)(tests);

const compileField = (name: string, condition: Json, context: Context): Test => {
  const path = fieldPath(name);
  if (name === "") return refuse(400, "invalid_selector", "Empty field name");
  const isEmpty = isObject(condition) && Object.keys(condition).length === 0;
  const test = isEmpty ? compileComparison("$eq", {}, context) : compile(condition, context);
  return (value) => {
    const at = fieldAt(value, path);
    return at === undefined ? isReachable(value, path) && test(at) : test(at);
  };
};

const compileOperator = (name: string, argument: Json, context: Context): Test => {
  const combine = Object.hasOwn(COMBINATIONS, name) ? COMBINATIONS[name] : undefined;
  return combine ? combine(argument, context, name) : compileComparison(name, argument, context);
};

const compileComparison = (name: string, argument: Json, context: Context): Test => {
  if (UNSUPPORTED.has(name)) return refuse(400, "not_supported", `Unsupported operator: ${name}`);
  const make = Object.hasOwn(comparisons, name) ? comparisons[name] : undefined;
  if (!make) return refuseOperator(name);
  const fits = make(argument, name, context.runs);
  return (value) => value !== undefined && fits(value) !== context.isNegated;
};

/** CouchDB knows them and has none of them. */
const UNSUPPORTED: ReadonlySet<string> = new Set(["$where", "$geoWithin", "$geoIntersects", "$near", "$nearSphere"]);

const compileObject = (argument: Json, context: Context, name: string): Test =>
  isObject(argument) ? compile(argument, context) : refuseArgument(name, argument);

const compileAll = (argument: Json, context: Context, name: string): Test[] =>
  Array.isArray(argument) ? argument.map((one) => compile(one, context)) : refuseArgument(name, argument);

/** Tests on what is inside a value; the value itself must be there. */
const inside =
  ({ isNegated }: Context, fits: (value: Json) => boolean): Test =>
  (value) =>
    value !== undefined && fits(value) !== isNegated;

const COMBINATIONS: Readonly<Record<string, (argument: Json, context: Context, name: string) => Test>> = {
  $and: (argument, context, name) => join(compileAll(argument, context, name), context.isNegated),
  $or: (argument, context, name) => join(compileAll(argument, context, name), !context.isNegated),
  $nor: (argument, context, name) => join(compileAll(argument, opposite(context), name), context.isNegated),
  $not: (argument, context, name) => compileObject(argument, opposite(context), name),
  $exists: (argument, { isNegated }, name) => {
    if (typeof argument !== "boolean") return refuseArgument(name, argument);
    return (value) => (value !== undefined) === (argument !== isNegated);
  },
  $elemMatch: (argument, context, name) => {
    const test = compileObject(argument, asWritten(context), name);
    return inside(context, (value) => Array.isArray(value) && value.some((element) => test(element)));
  },
  $allMatch: (argument, context, name) => {
    const test = compileObject(argument, asWritten(context), name);
    return inside(
      context,
      (value) => Array.isArray(value) && value.length > 0 && value.every((element) => test(element)),
    );
  },
  $keyMapMatch: (argument, context, name) => {
    const test = compileObject(argument, asWritten(context), name);
    return inside(context, (value) => isObject(value) && Object.keys(value).some((key) => test(key)));
  },
};
