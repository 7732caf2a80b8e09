import type { Person } from "../../../domain/model/kinds/person.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";

/** Who is ticked at first: a resident moves alone; for anybody else all of their group who wait for a bed. */
export const presetIds = (
  { residents }: Pick<RosterView, "residents">,
  waiting: readonly Person[],
  group: readonly Person[],
  personId: string,
): readonly string[] =>
  residents.has(personId)
    ? [personId]
    : group.filter((person) => person._id === personId || waiting.includes(person)).map(({ _id }) => _id);
