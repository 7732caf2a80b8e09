import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";
import { compileOperator, type Test } from "./operators.ts";
import { fieldAt, fieldPath } from "./field-path.ts";

/** Compiles a selector to a question about a document. Refuses (400) unknown operators and wrong arguments. */
export const compileSelector = (selector: JsonObject): ((doc: JsonObject) => boolean) => compile(selector);

/** A condition on one value: an object of operators and nested fields, or a value to equal. */
export const compile = (condition: Json): Test => {
  if (!isObject(condition)) return compileOperator("$eq", condition, compile);
  const entries = Object.entries(condition);
  const tests = entries.map(([name, argument]): Test => {
    if (name.startsWith("$")) return compileOperator(name, argument, compile);
    return compileField(name, argument);
  });
  if (entries.length === 1 && tests[0]) return tests[0];
  return (value) => tests.every((test) => test(value));
};

const compileField = (name: string, condition: Json): Test => {
  const path = fieldPath(name);
  if (path.length === 0) return refuse(400, "invalid_selector", "Empty field name");
  const isEmpty = isObject(condition) && Object.keys(condition).length === 0;
  const test = isEmpty ? compileOperator("$eq", {}, compile) : compile(condition);
  return (value) => test(fieldAt(value, path));
};
