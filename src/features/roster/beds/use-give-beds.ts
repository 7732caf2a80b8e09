import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { ok } from "../../../domain/model/result.ts";
import { type GiveBedsError, type GivenBeds, giveBeds } from "../../../domain/roster/give-beds.ts";
import type { Placement } from "../../../domain/roster/placement.ts";
import { type ScreenAct, useActing } from "../../../live/acts/use-acts.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { notSaved, useCommand } from "../../../live/use-command.ts";
import { useSaidOf } from "../residents/use-said-of.ts";

/** Gives beds as one act, which can be taken back with what was noted of children among strangers. */
export const useGiveBeds = (site: string, { residents, staysByPerson }: RosterView) => {
  const { newId } = useLiveContext();
  const doing = useAttribution();
  const { act, refusal, refuse } = useCommand<GiveBedsError>(siteDatabase(site));
  const begin = useActing();
  const saidOf = useSaidOf();

  const moveAll = async (running: ScreenAct, moves: GivenBeds["moves"]): Promise<boolean> => {
    for (const { stayId, move } of moves) {
      const moved = await running.change(siteDatabase(site), stayId, move).catch(() => notSaved);
      if (!moved.ok) refuse(moved.error.type === "MadeByNewerApp" ? { type: "NotFound" } : moved.error);
      if (!moved.ok) return false;
    }
    return true;
  };

  /** True once all of it is saved. `words`: who watches over children that sleep among strangers then. */
  const give = async (placements: readonly Placement[], people: readonly Person[], words: string): Promise<boolean> => {
    const recipients = people.map((person) => ({
      person,
      stays: staysByPerson.get(person._id) ?? [],
      stay: residents.get(person._id)?.stay,
    }));
    const given = giveBeds(placements, recipients, { words, newId: () => newId("safeguarding") }, doing());
    const receivers = people.filter(({ _id }) => placements.some(({ sleeper }) => sleeper.personId === _id));
    // Asked before anything is saved: whoever got a bed is a resident then.
    const arrived = receivers.some(({ _id }) => !residents.has(_id));
    const running = begin();
    if (!given.ok || given.value.documents.length > 0) {
      if (!(await act(given.ok ? ok(given.value.documents) : given, running))) return false;
    }
    if (!given.ok) return false;
    const areMoved = await moveAll(running, given.value.moves);
    // What was saved can be taken back though the rest was refused; what was noted of a move that was refused does not stand.
    if (arrived || areMoved) running.done(saidOf(arrived ? "bed" : "move", receivers));
    else await running.takeBack(true);
    return areMoved;
  };

  return { give, refusal };
};
