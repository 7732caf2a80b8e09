import { useMemo } from "react";
import type { LosingFacts } from "../../../domain/duplicates/merge-stop.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { guardsOf } from "../../../live/safeguarding/guards.ts";
import { openIncidents, protectedAmong } from "../../../live/safeguarding/protected-child.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { useWithdrawalFacts } from "../withdrawal/use-withdrawal-facts.ts";

/** What stands in the way of a record leaving the lists for another one. */
export const useLosingFacts = (
  site: string,
  loser: Person,
  survivor: Person,
): { readonly facts: LosingFacts; readonly alone: readonly Person[] } => {
  const today = useToday();
  const { facts, alone } = useWithdrawalFacts(site, loser);
  const ids = useMemo(() => [loser._id, survivor._id], [loser._id, survivor._id]);
  const only = useMemo(() => [loser], [loser]);
  const guards = useLive(guardsOf, site, ids, today);
  const protectedOnes = useLive(protectedAmong, only, today);
  return {
    alone,
    facts: {
      isHoused: facts.isHoused,
      isOnTrip: facts.isOnTrip,
      hasOpenIncident: protectedOnes.some((one) => openIncidents(one).length > 0),
      isGuarded: guards.get(loser._id)?.needsConfirmedAdult === true,
      isSurvivorGuarded: guards.get(survivor._id)?.needsConfirmedAdult === true,
      alone: facts.alone,
    },
  };
};
