import validatorText from "virtual:validator-text";
import { openInterpreters } from "../../server/couch/validation/interpreters.ts";
import { openSandbox } from "../../server/couch/validation/sandbox.ts";

/** Who writes in which database. */
export type Writer = { readonly db: string; readonly name: string | null; readonly roles: readonly string[] };
/** A version that is to be written, and what is there. */
export type Attempt = readonly [incoming: object, stored?: object | undefined];

/** The text that goes into `_design/prystan`, run in QuickJS as the server runs it. Answers why each is refused; nothing for a pass. */
export const openValidator = async () => {
  const quickjs = (await openInterpreters()).current();
  const sandbox = openSandbox(quickjs, validatorText, JSON.stringify({ _id: "_design/prystan" }));
  return (writer: Writer, attempts: readonly Attempt[], state: object = {}): (string | undefined)[] => {
    const pairs = attempts.map(([incoming, stored = null]) => JSON.stringify([incoming, stored]));
    return sandbox
      .judge(pairs, JSON.stringify(writer), JSON.stringify(state))
      .map((verdict) => (verdict === null ? undefined : verdict.join(": ")));
  };
};
