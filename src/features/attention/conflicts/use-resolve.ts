import { useState } from "react";
import { type Resolution, resolveStay } from "../../../domain/attention/contradicting-events.ts";
import type { NewDocument } from "../../../domain/merge/new-document.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Presence } from "../../../domain/model/kinds/presence.ts";
import type { Scan } from "../../../domain/model/kinds/scan.ts";
import { ok, type Result } from "../../../domain/model/result.ts";
import { childrenLeftAlone, type House } from "../../../domain/roster/children-alone.ts";
import {
  type ChildrenStay,
  isLeaving,
  type Leaver,
  type LeavingError,
  leaveByBus,
  noChildrenStay,
} from "../../../domain/roster/leaving.ts";
import type { StayWithEvents } from "../../../domain/roster/stay-commands.ts";
import type { Guard } from "../../../domain/safeguarding/release.ts";
import { correctBoarding } from "../../../domain/transport/boarding.ts";
import { useT } from "../../../i18n/use-t.ts";
import { type ScreenAct, useActing } from "../../../live/acts/use-acts.ts";
import type { Ride } from "../../../live/attention/place-conflicts.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { houseOf } from "../../../live/roster/house.ts";
import { guardOf } from "../../../live/safeguarding/guards.ts";
import { type AddError, useAttribution } from "../../../live/use-change.ts";
import { notSaved } from "../../../live/use-command.ts";
import { useToday } from "../../../live/use-today.ts";
import { accompanyingAdult } from "./accompanying-adult.ts";

/** One tap per way out. Whatever is settled is an act of its own; what it sets aside stays in the history. */
export const useResolve = (site: string | undefined) => {
  const t = useT();
  const { records } = useLiveContext();
  const begin = useActing();
  const doing = useAttribution();
  const [refusal, setRefusal] = useState<Refused>();
  const [asked, setAsked] = useState<Asked>();
  const today = useToday();
  const home = siteDatabase(site ?? "");

  const carefully = (work: (act: ScreenAct) => Promise<Result<unknown, Refused>>): void => {
    const act = begin();
    void work(act).then(
      (done) => {
        setRefusal(done.ok ? undefined : done.error);
        if (done.ok) act.done(t("shell.acts.settled"));
      },
      () => setRefusal(notSaved.error),
    );
  };
  /** Settling it may note a person as gone whose children stay in the house: they are named first. */
  const going = (ids: readonly string[], act: (house: House, answer: ChildrenStay) => void): void => {
    const house = houseOf(records, site ?? "", today, ids);
    const alone = childrenLeftAlone(house, ids);
    const answered = (answer: ChildrenStay) => {
      setAsked(undefined);
      act(house, answer);
    };
    if (alone.length > 0) setAsked({ alone, answered, close: () => setAsked(undefined) });
    else answered(noChildrenStay);
  };
  const save = async (act: ScreenAct, database: string, made: Result<Resolution, LeavingError>) => {
    if (!made.ok) return made;
    const added = await act.add(database, made.value.added);
    if (!added.ok) return added;
    for (const id of made.value.takenBack)
      await act.change(database, id, (event: Presence) => ok({ ...event, voided: "mistake" as const }));
    return made;
  };
  const add = async (act: ScreenAct, made: Result<readonly NewDocument[], LeavingError>) =>
    made.ok ? act.add(home, made.value) : made;
  const atDoor = async (act: ScreenAct, { trip, line }: Ride, event: Scan["event"]) =>
    trip.database ? act.add(trip.database, [correctBoarding(trip, line, event, doing())]) : ok([]);
  const leaver = (one: LeftByBus): Leaver => {
    const person = records.table(home, "person").get(one.stay.stay.personId);
    return leaverOf(one, person && guardOf(records, person, today));
  };
  const leftByBus = (left: readonly LeftByBus[]): void =>
    going(
      left.map(({ stay }) => stay.stay.personId),
      (house, answer) => carefully((act) => add(act, leaveByBus(house, left.map(leaver), answer, doing()))),
    );
  return {
    refusal,
    asked,
    stay: (stay: StayWithEvents, right: Presence) =>
      going(isLeaving(right.event) ? [stay.stay.personId] : [], (house, answer) => {
        const alone = isLeaving(right.event) ? childrenLeftAlone(house, [stay.stay.personId]) : [];
        const ids = alone.map(({ _id }) => _id);
        carefully((act) => save(act, home, resolveStay(stay, right, ids, answer, doing())));
      }),
    onlyStay: (wrong: readonly StayWithEvents[]) =>
      carefully(async (act) => {
        for (const { stay } of wrong)
          await act.change(home, stay._id, (current: typeof stay) => ok({ ...current, voided: "duplicate" as const }));
        return ok(wrong);
      }),
    boarding: (ride: Ride, event: Scan["event"]) => carefully((act) => atDoor(act, ride, event)),
    onlyRide: (wrong: readonly Ride[]) =>
      carefully(async (act) => {
        for (const ride of wrong) await atDoor(act, ride, "unboard");
        return ok(wrong);
      }),
    leftByBus,
  };
};

type Refused = typeof notSaved.error | LeavingError | AddError;
type LeftByBus = { readonly ride: Ride; readonly stay: StayWithEvents };
type Asked = {
  readonly alone: readonly Person[];
  readonly answered: (answer: ChildrenStay) => void;
  readonly close: () => void;
};

const leaverOf = ({ ride, stay }: LeftByBus, guard: Guard | undefined): Leaver => ({
  ...stay,
  reason: ride.trip.trip.destinationSite ? "other_shelter" : "other_city",
  guard,
  departure: { released: ride.line.released, ...accompanyingAdult(ride) },
});
