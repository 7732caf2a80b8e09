import { siteDatabase } from "../../domain/model/databases.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import type { RollCall } from "../../domain/model/kinds/roll-call.ts";
import { isFound, type RollCallAnswer, rollCallAnswerOf } from "../../domain/roster/roll-calls.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import { summed } from "../tables/summed.ts";
import type { Table } from "../tables/table.ts";

export type RollCallView = {
  readonly rollCall: RollCall;
  /** What was answered about one person, as it is now. */
  readonly answersFor: (personId: string) => readonly Presence[];
  /** How many were found. */
  readonly found: number;
};

/** The roll calls of a site, the newest first. Several may run at once: two phones started one while offline. */
export const rollCallsOf = (records: Records, site: string): readonly RollCallView[] => {
  const database = siteDatabase(site);
  const answers = records.kept(answersByPerson, database).rows();
  const found = records.kept(foundByRollCall, database).rows();
  return [...records.all(database, "rollCall").values()]
    .filter((rollCall) => !rollCall.voided)
    .sort((a, b) => (a.startedAt === b.startedAt ? byId(a, b) : a.startedAt < b.startedAt ? 1 : -1))
    .map((rollCall) => ({
      rollCall,
      answersFor: (personId) => answers.get(keyOf(rollCall._id, personId)) ?? [],
      found: found.get(rollCall._id) ?? 0,
    }));
};

export const answerOf = (view: RollCallView, personId: string): RollCallAnswer | "not_checked" =>
  rollCallAnswerOf(view.answersFor(personId));

/** By roll call and person: one answer more costs nothing of the others. */
const answersByPerson = (records: Records, database: string): Table<readonly Presence[]> =>
  grouped(
    records.table(database, "presence"),
    ({ rollCallId, personId }) => (rollCallId ? [keyOf(rollCallId, personId)] : []),
    byId,
  );

const foundByRollCall = (records: Records, database: string): Table<number> =>
  summed(records.kept(answersByPerson, database), (answers) => {
    const rollCallId = answers[0]?.rollCallId;
    return rollCallId && isFound(rollCallAnswerOf(answers)) ? [[rollCallId, 1]] : [];
  });

const keyOf = (rollCallId: string, personId: string): string => `${rollCallId} ${personId}`;
