import type { Person } from "../../../domain/model/kinds/person.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";

type Arrived = {
  readonly view: Pick<RosterView, "residents">;
  readonly waiting: readonly Person[];
  readonly group: readonly Person[];
  readonly personId: string;
  /** Whether one came by the act "another bed" of this person. */
  readonly isMove: boolean;
};

/** Who is ticked at first: a resident moves alone, and only where that was asked for; for anybody else all of their group who wait for a bed. */
export const presetIds = ({ view, waiting, group, personId, isMove }: Arrived): readonly string[] => {
  if (view.residents.has(personId)) return isMove ? [personId] : [];
  return group.filter((person) => person._id === personId || waiting.includes(person)).map(({ _id }) => _id);
};
