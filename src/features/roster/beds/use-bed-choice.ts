import { useMemo, useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { BedProposal } from "../../../domain/roster/bed-proposal.ts";
import type { RoomChoice } from "../../../domain/roster/placement.ts";
import { sleeperOf } from "../../../domain/roster/sleeper-of.ts";
import { groupOfPerson } from "../../../live/intake/group-view.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { type KnownToChildren, knownToChildren } from "../../../live/roster/known-to-children.ts";
import { type RosterView, rosterOf } from "../../../live/roster/roster-view.ts";
import { waitingForBed } from "../../../live/roster/waiting-for-bed.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { otherBedMark } from "../addresses.ts";
import { type BedWishes, chosenBeds, wishesOf } from "./chosen-beds.ts";
import { presetIds } from "./preset-ids.ts";
import { roomChoices } from "./room-choices.ts";

export type BedChoice = {
  readonly view: RosterView;
  /** Whether the person has a bed already and nothing says that they are to get another one. */
  readonly isSettled: boolean;
  /** Everybody of the group, whether or not they get a bed now. */
  readonly group: readonly Person[];
  readonly chosenIds: readonly string[];
  readonly choose: (personIds: readonly string[]) => void;
  /** Who is no stranger to a child without a parent. */
  readonly known: KnownToChildren;
  readonly rooms: readonly RoomChoice[];
  readonly beds: BedProposal;
  readonly wishes: BedWishes;
  readonly wish: (wishes: BedWishes) => void;
  /** Whether something else was chosen here than what was proposed. */
  readonly isChanged: boolean;
};

/** Who gets which bed: proposed for the whole family, changed by taps, not saved yet. */
export const useBedChoice = (site: string, personId: string): BedChoice => {
  const today = useToday();
  const view = useLive(rosterOf, site);
  const group = useLive(groupOfPerson, site, personId);
  const known = useLive(knownToChildren, site, today);
  const [chosen, choose] = useState<readonly string[]>();
  const [isMove] = useState(() => location.hash === otherBedMark);
  const [proposed] = useState<BedWishes>(() => wishInAddress(view, personId));
  const [wishes, wish] = useState(proposed);
  const waiting = useLive(waitingForBed, site, group, useLiveContext().databases);
  const preset = useMemo(
    () => presetIds({ view, waiting, group, personId, isMove }),
    [view, waiting, group, personId, isMove],
  );
  const chosenIds = chosen ?? preset;
  const rooms = useMemo(() => roomChoices(view, group, today, known), [view, group, today, known]);
  const beds = useMemo(() => {
    const chosen = group.filter(({ _id }) => chosenIds.includes(_id));
    const sleepers = chosen.map((person) => sleeperOf(person, today, known.get(person._id)));
    return chosenBeds(sleepers, rooms, wishes);
  }, [group, chosenIds, today, known, rooms, wishes]);
  const chooseAnew = (personIds: readonly string[]) => {
    choose(personIds);
    wish((before) => wishesOf(before, personIds));
  };
  return {
    view,
    isSettled: view.residents.has(personId) && !isMove,
    group,
    chosenIds,
    choose: chooseAnew,
    known,
    rooms,
    beds,
    wishes,
    wish,
    isChanged: chosen !== undefined || wishes !== proposed,
  };
};

/** The bed that was tapped on the way here, and its room for the whole family. The room also where the bed is no longer free, which is said. */
const wishInAddress = (view: RosterView, personId: string): BedWishes => {
  const key = location.hash.slice(1);
  if (!key || location.hash === otherBedMark) return { bedIds: {} };
  const bedId = `bed:${key}`;
  const room = view.rooms.find(({ beds }) => beds.some(({ bed }) => bed._id === bedId))?.room;
  return { roomId: room?._id, bedIds: { [personId]: bedId } };
};
