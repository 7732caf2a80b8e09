import { useMemo } from "react";
import { isChild } from "../../../domain/intake/is-child.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { childrenLeftAlone } from "../../../domain/roster/children-alone.ts";
import { houseOf } from "../../../live/roster/house.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";

/** Children who would be without an adult once a person goes to these people (to nobody: a group of one): left behind, or taken along. */
export const useLeftBehind = (site: string, person: Person, to: readonly Person[] | undefined): readonly Person[] => {
  const today = useToday();
  const going = useMemo(() => [person._id], [person._id]);
  const house = useLive(houseOf, site, today, going);
  const left = childrenLeftAlone(house, going);
  const hasAdult = to?.some((member) => !isChild(member, today));
  const hasNamed = person.accompaniedBy !== undefined;
  return isChild(person, today) && hasAdult === false && !hasNamed ? [...left, person] : left;
};
