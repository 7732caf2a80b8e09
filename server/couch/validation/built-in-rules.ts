import type { ValidationFunction, ValidationVerdict } from "./validation-function.ts";

/** A `validate_doc_update` that is part of the server's own code. Arguments as CouchDB gives them; throws what it refuses. */
export type BuiltInRule = (newDoc: unknown, oldDoc: unknown, user: unknown, security: unknown) => void;

/**
 * By the text that stands for each in a design document. Whoever writes that very text gets the function: an interpreter keeps
 * foreign text away from the process, and this text is not foreign.
 */
export type BuiltInRules = ReadonlyMap<string, BuiltInRule>;

/** Characters of two versions, beyond which there may be more to compute than the server has time for. */
const mostCharacters = 150_000;

/**
 * Asks it directly, with arguments parsed anew for each document, so that one judgement cannot colour the next. Only a document that
 * is larger than an honest one goes to an interpreter, which has limits of time and memory.
 */
export const validateByBuiltInRule = (rule: BuiltInRule, openSandbox: () => ValidationFunction): ValidationFunction => {
  let sandbox: ValidationFunction | undefined;
  const inSandbox: ValidationFunction["judge"] = (documents, ...others) => {
    if (documents.length === 0) return [];
    sandbox ??= openSandbox();
    return sandbox.judge(documents, ...others);
  };
  return {
    judge: (documents, user, security) => {
      const large = inSandbox(documents.filter(isLarge), user, security).values();
      return documents.map((pair) => {
        if (isLarge(pair)) {
          const { value = unjudged } = large.next();
          return value;
        }
        const [newDoc, oldDoc] = JSON.parse(pair);
        return verdictOf(() => rule(newDoc, oldDoc, JSON.parse(user), JSON.parse(security)));
      });
    },
    isBroken: () => sandbox?.isBroken() ?? false,
    dispose: () => sandbox?.dispose(),
  };
};

/** Without a verdict the write is refused. */
const unjudged: ValidationVerdict = ["os_process_error", "The rules did not judge this document."];

const isLarge = (pair: string): boolean => pair.length > mostCharacters;

/** What is thrown besides a refusal refuses, too; its message is kept back, for it may hold a value. */
const verdictOf = (ask: () => void): ValidationVerdict => {
  try {
    ask();
    return null;
  } catch (thrown) {
    if (thrown instanceof Error) return [thrown.name, "The rules cannot judge this document."];
    const [refusal] = Object.entries(thrown as Readonly<Record<string, unknown>>);
    return refusal ?? ["forbidden", ""];
  }
};
