import { useState } from "react";
import type { NewDocument } from "../../../domain/merge/new-document.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { err, ok, type Result } from "../../../domain/model/result.ts";
import type { Placement } from "../../../domain/roster/bed-warnings.ts";
import { type CheckInError, checkIn, moveTo } from "../../../domain/roster/stay-commands.ts";
import { type ScreenAct, useActing } from "../../../live/acts/use-acts.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { notSaved, useCommand } from "../../../live/use-command.ts";
import { useSaidOf } from "../residents/use-said-of.ts";
import type { BedChoice } from "./use-bed-choice.ts";

/** Checks in the people without a bed and moves the residents. */
export const useSaveBeds = (site: string, { view, group, beds }: BedChoice) => {
  const doing = useAttribution();
  const { act, refusal, refuse } = useCommand<CheckInError | { readonly type: "NotFound" }>(siteDatabase(site));
  const begin = useActing();
  const saidOf = useSaidOf();
  const [saved, setSaved] = useState<readonly Placement[]>();
  const isMoving = (placement: Placement) => view.residents.has(placement.sleeper.personId);

  const move = async (act: ScreenAct, { sleeper, bed }: Placement): Promise<boolean> => {
    const stay = view.residents.get(sleeper.personId)?.stay;
    if (!stay) return false;
    const moved = await act.change(siteDatabase(site), stay._id, moveTo(bed)).catch(() => notSaved);
    if (!moved.ok) refuse(moved.error.type === "MadeByNewerApp" ? { type: "NotFound" } : moved.error);
    return moved.ok;
  };

  const save = async () => {
    const arrivals = beds.placements.filter((placement) => !isMoving(placement));
    const running = begin();
    if (arrivals.length > 0 && !(await act(checkIns(arrivals), running))) return;
    const people = beds.placements.flatMap(({ sleeper }) => group.find(({ _id }) => _id === sleeper.personId) ?? []);
    let areMoved = true;
    for (const placement of beds.placements.filter(isMoving)) areMoved &&= await move(running, placement);
    // What was saved can be taken back though the rest was refused.
    if (arrivals.length > 0 || areMoved) running.done(saidOf(arrivals.length > 0 ? "bed" : "move", people));
    if (!areMoved) return;
    setSaved(beds.placements);
    forgetWish();
  };

  const checkIns = (arrivals: readonly Placement[]): Result<readonly NewDocument[], CheckInError | NotHere> => {
    const made: NewDocument[] = [];
    for (const { sleeper, bed } of arrivals) {
      const person = group.find(({ _id }) => _id === sleeper.personId);
      if (!person) return err({ type: "NotFound" });
      const documents = checkIn(person, bed, staysOf(view, person._id), doing());
      if (!documents.ok) return documents;
      made.push(...documents.value);
    }
    return ok(made);
  };

  return { save, saved, refusal };
};

/** Loaded anew, the page does not propose once more what is done. */
const forgetWish = () => history.replaceState(history.state, "", location.pathname);

type NotHere = { readonly type: "NotFound" };

const staysOf = (view: RosterView, personId: string) => view.staysByPerson.get(personId) ?? [];
