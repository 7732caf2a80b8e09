import { useState } from "react";
import { type Resolution, resolveStay } from "../../../domain/attention/contradicting-events.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Presence } from "../../../domain/model/kinds/presence.ts";
import type { Scan } from "../../../domain/model/kinds/scan.ts";
import { ok } from "../../../domain/model/result.ts";
import { type StayWithEvents, stayEvent } from "../../../domain/roster/stay-commands.ts";
import { correctBoarding } from "../../../domain/transport/boarding.ts";
import type { Ride } from "../../../live/attention/place-conflicts.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useAttribution } from "../../../live/use-change.ts";
import { notSaved } from "../../../live/use-command.ts";
import { accompaniedByNote } from "./accompanied-by-note.ts";

/** One tap per way out. Whatever is settled is an act of its own; what it sets aside stays in the history. */
export const useResolve = (site: string | undefined) => {
  const { writer } = useLiveContext();
  const doing = useAttribution();
  const [refusal, setRefusal] = useState<typeof notSaved.error>();
  const home = siteDatabase(site ?? "");

  const carefully = (act: () => Promise<void>): void =>
    void act().then(
      () => setRefusal(undefined),
      () => setRefusal(notSaved.error),
    );
  const save = async (database: string, { added, takenBack }: Resolution) => {
    await writer.add(database, added);
    for (const id of takenBack)
      await writer.change(database, id, (act: Presence) => ok({ ...act, voided: "mistake" as const }));
  };
  const atDoor = async ({ trip, line }: Ride, event: Scan["event"]) => {
    if (trip.database) await writer.add(trip.database, [correctBoarding(trip, line, event, doing())]);
  };
  return {
    refusal,
    stay: (stay: StayWithEvents, right: Presence) => carefully(() => save(home, resolveStay(stay, right, doing()))),
    onlyStay: (wrong: readonly StayWithEvents[]) =>
      carefully(async () => {
        for (const { stay } of wrong)
          await writer.change(home, stay._id, (current: typeof stay) =>
            ok({ ...current, voided: "duplicate" as const }),
          );
      }),
    boarding: (ride: Ride, event: Scan["event"]) => carefully(() => atDoor(ride, event)),
    onlyRide: (wrong: readonly Ride[]) =>
      carefully(async () => {
        for (const ride of wrong) await atDoor(ride, "unboard");
      }),
    leftByBus: (left: readonly { readonly ride: Ride; readonly stay: StayWithEvents }[]) =>
      carefully(() =>
        save(home, {
          added: left.map(({ ride, stay }) =>
            stayEvent(stay.stay, stay.events, "check_out", doing(), {
              reason: ride.trip.trip.destinationSite ? "other_shelter" : "other_city",
              ...accompaniedByNote(ride),
            }),
          ),
          takenBack: [],
        }),
      ),
  };
};
