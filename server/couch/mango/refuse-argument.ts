import type { Json } from "../json/json.ts";
import { refuse } from "../refuse.ts";

const LONGEST = 500;

/** Refuses (400) an operator that was given what it cannot work with. */
export const refuseArgument = (operator: string, argument: Json): never =>
  refuse(400, "bad_arg", `Bad argument for operator ${operator}: ${JSON.stringify(argument).slice(0, LONGEST)}`);
