import type { NewDocument } from "../merge/new-document.ts";
import type { Id } from "../model/field.ts";
import type { Presence } from "../model/kinds/presence.ts";
import type { RollCall } from "../model/kinds/roll-call.ts";
import { keyOf } from "../model/new-id.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "./stay-commands.ts";

export type RollCallAnswer = "seen" | "excused" | "missing" | "safe_outside" | "needs_help";

/** One answer about one person. Its id is derived: two volunteers who tick the same name write the same answer. */
export const answerRollCall = (
  rollCall: RollCall,
  personId: Id<"person">,
  answer: RollCallAnswer,
  doing: Attribution,
): Result<NewDocument, { readonly type: "RollCallEnded" }> => {
  if (rollCall.endedAt) return err({ type: "RollCallEnded" });
  const content = {
    site: rollCall.site,
    personId,
    rollCallId: rollCall._id,
    event: answer,
    order: 1,
    via: "list",
    ...doing,
  };
  return ok({ kind: "presence", id: `presence:${keyOf(rollCall._id)}.${keyOf(personId)}.${answer}`, content });
};

/** What the answers about one person come to: having been seen is never undone by a later "missing". */
export const rollCallAnswerOf = (answers: readonly Presence[]): RollCallAnswer | "not_checked" =>
  strongestFirst.find((answer) => answers.some((given) => given.event === answer && !given.voided)) ?? "not_checked";

const strongestFirst: readonly RollCallAnswer[] = ["needs_help", "seen", "safe_outside", "excused", "missing"];

/** What one tap on a name says: at a fire people are looked for outside, otherwise in their rooms. */
export const firstAnswer = (type: RollCall["type"]): RollCallAnswer =>
  type === "fire" || type === "fire_drill" ? "safe_outside" : "seen";

/** Found, wherever: no search is needed. */
export const isFound = (answer: RollCallAnswer | "not_checked"): boolean =>
  answer === "seen" || answer === "safe_outside";

export const endRollCall =
  (doing: Attribution) =>
  (rollCall: RollCall): Result<RollCall, { readonly type: "RollCallEnded" }> =>
    rollCall.endedAt ? err({ type: "RollCallEnded" }) : ok({ ...rollCall, endedAt: doing.at });
