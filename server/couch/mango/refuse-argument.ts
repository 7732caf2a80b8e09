import type { Json } from "../json/json.ts";
import { refuse } from "../refuse.ts";

const LONGEST = 500;

/** Refuses (400) an operator that was given what it cannot work with. */
export const refuseArgument = (operator: string, argument: Json): never =>
  refuse(400, "bad_arg", `Bad argument for operator ${operator}: ${JSON.stringify(argument).slice(0, LONGEST)}`);

/** Refuses (400) one that is not known. So CouchDB also calls those that take only a text and were given anything else. */
export const refuseOperator = (operator: string): never =>
  refuse(400, "invalid_operator", `Invalid operator: ${operator.slice(0, LONGEST)}`);
