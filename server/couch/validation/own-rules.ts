import type { Judge, Verdict } from "./judge.ts";

/** A `validate_doc_update` that is part of the server's own code. Arguments as CouchDB gives them; throws what it refuses. */
export type OwnRule = (newDoc: unknown, oldDoc: unknown, user: unknown, security: unknown) => void;

/**
 * By the text that stands for each in a design document. Whoever writes that very text gets the function: an interpreter keeps
 * foreign text away from the process, and this text is not foreign.
 */
export type OwnRules = ReadonlyMap<string, OwnRule>;

/** Asks it directly. Arguments are parsed anew for each document, so that one judgement cannot colour the next. */
export const judgeBy = (rule: OwnRule): Judge => ({
  judge: (documents, user, security) =>
    documents.map((pair) => {
      const [newDoc, oldDoc] = JSON.parse(pair);
      return verdictOf(() => rule(newDoc, oldDoc, JSON.parse(user), JSON.parse(security)));
    }),
  isBroken: () => false,
  dispose: () => {},
});

/** What is thrown besides a refusal refuses, too; its message is kept back, for it may hold a value. */
const verdictOf = (ask: () => void): Verdict => {
  try {
    ask();
    return null;
  } catch (thrown) {
    if (thrown instanceof Error) return [thrown.name, "The rules cannot judge this document."];
    const [refusal] = Object.entries(thrown as Readonly<Record<string, unknown>>);
    return refusal ?? ["forbidden", ""];
  }
};
