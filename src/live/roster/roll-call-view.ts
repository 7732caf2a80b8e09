import { siteDatabase } from "../../domain/model/databases.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { RollCall } from "../../domain/model/kinds/roll-call.ts";
import { type RollCallAnswer, rollCallAnswerOf } from "../../domain/roster/roll-calls.ts";
import type { Records } from "../records.ts";

export const rollCallKinds = ["rollCall", "presence"] as const;

export type RollCallView = {
  readonly rollCall: RollCall;
  readonly answers: ReadonlyMap<string, readonly Presence[]>;
};

/** The roll calls of a site, the newest first. Several may run at once: two phones started one while offline. */
export const rollCallsOf = (records: Records, site: string): readonly RollCallView[] => {
  const database = siteDatabase(site);
  const answers = new Map<string, Map<string, Presence[]>>();
  for (const event of records.all(database, "presence").values()) {
    if (!event.rollCallId) continue;
    const byPerson = answers.get(event.rollCallId) ?? new Map<string, Presence[]>();
    answers.set(event.rollCallId, byPerson);
    byPerson.set(event.personId, [...(byPerson.get(event.personId) ?? []), event]);
  }
  return [...records.all(database, "rollCall").values()]
    .filter((rollCall) => !rollCall.voided)
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
    .map((rollCall) => ({ rollCall, answers: answers.get(rollCall._id) ?? new Map() }));
};

export const answerOf = (view: RollCallView, personId: string): RollCallAnswer | "not_checked" =>
  rollCallAnswerOf(view.answers.get(personId) ?? []);
