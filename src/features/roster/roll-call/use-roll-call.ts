import { useState } from "react";
import { bringBackRecord, takeBackRecord } from "../../../domain/attention/take-back.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { ok } from "../../../domain/model/result.ts";
import { answerRollCall, endRollCall, type RollCallAnswer } from "../../../domain/roster/roll-calls.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { answerOf, type RollCallView } from "../../../live/roster/roll-call-view.ts";
import { useAttribution, useChange } from "../../../live/use-change.ts";
import { notSaved, useCommand } from "../../../live/use-command.ts";

/** Ticking people off. An answer that was taken back and is given again is the same answer, valid once more. */
export const useRollCall = (site: string, view: RollCallView) => {
  const doing = useAttribution();
  const database = siteDatabase(site);
  const { act, refusal, refuse } = useCommand<{ readonly type: "RollCallEnded" }>(database);
  const changePresence = useChange(database, "presence");
  const changeRollCall = useChange(database, "rollCall");
  const [isEnding, setIsEnding] = useState(false);
  const given = (resident: Resident) => view.answersFor(resident.person._id);

  const answer = async (residents: readonly Resident[], with_: RollCallAnswer) => {
    for (const resident of residents) {
      const made = answerRollCall(view.rollCall, resident.person._id, with_, doing());
      if (!made.ok) return act(made);
      const before = given(resident).find(({ _id }) => _id === made.value.id);
      if (before?.voided) await changePresence(before._id, bringBackRecord).catch(() => refuse(notSaved.error));
      else if (!(await act(ok([made.value])))) return false;
    }
    return true;
  };
  /** The sheet's choice replaces what was said before: a stronger answer would otherwise stay. */
  const correct = async (resident: Resident, to: RollCallAnswer | "not_checked") => {
    for (const event of given(resident)) {
      if (!event.voided && event.event !== to) {
        await changePresence(event._id, takeBackRecord).catch(() => refuse(notSaved.error));
      }
    }
    if (to !== "not_checked" && answerOf(view, resident.person._id) !== to) await answer([resident], to);
  };
  const end = async () => {
    const ended = await changeRollCall(view.rollCall._id, endRollCall(doing())).catch(() => notSaved);
    if (!ended.ok && ended.error.type === "NotSaved") refuse(ended.error);
    setIsEnding(false);
  };
  return { answer, correct, end, isEnding, setIsEnding, refusal };
};
