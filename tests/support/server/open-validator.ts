import validatorText from "virtual:validator-text";
import { validateByBuiltInRule } from "../../../server/couch/validation/built-in-rules.ts";
import { openInterpreters } from "../../../server/couch/validation/interpreters.ts";
import { openSandbox } from "../../../server/couch/validation/sandbox.ts";
import type { ValidationVerdict } from "../../../server/couch/validation/validation-function.ts";
import { builtInRules } from "../../../server/design/built-in-rules.ts";

/** Who writes in which database. */
export type Writer = { readonly db: string; readonly name: string | null; readonly roles: readonly string[] };
/** A version that is to be written, and what is there. */
export type Attempt = readonly [incoming: object, stored?: object | undefined];

/**
 * The text that goes into `_design/prystan`, run in QuickJS, and the function that the server runs where it meets that text. Answers
 * why each is refused; nothing for a pass. Throws where the two do not agree.
 */
export const openValidator = async () => {
  const quickjs = (await openInterpreters()).current();
  const sandbox = openSandbox(quickjs, validatorText, JSON.stringify({ _id: "_design/prystan" }));
  const rule = builtInRules.get(validatorText);
  if (!rule) throw new Error("the server does not know its own text");
  const own = validateByBuiltInRule(rule, () => sandbox);
  return (writer: Writer, attempts: readonly Attempt[], state: object = {}): (string | undefined)[] => {
    const pairs = attempts.map(([incoming, stored = null]) => JSON.stringify([incoming, stored]));
    const [user, security] = [JSON.stringify(writer), JSON.stringify(state)];
    const verdicts = sandbox.judge(pairs, user, security).map(reasonOf);
    const differs = own
      .judge(pairs, user, security)
      .map(reasonOf)
      .findIndex((reason, i) => reason !== verdicts[i]);
    if (differs >= 0)
      throw new Error(`QuickJS and the function disagree about ${pairs[differs]}: ${verdicts[differs]}`);
    return verdicts;
  };
};

/** What an engine says of an error of its own is its own affair. */
const reasonOf = (verdict: ValidationVerdict): string | undefined => {
  if (verdict === null) return undefined;
  const [refusal, reason] = verdict;
  return refusal === "forbidden" || refusal === "unauthorized" ? `${refusal}: ${reason}` : "error";
};
