/** What waits to be sent, as a volunteer counts it: people, beds given, and whatever else was noted. */
export type UnsentWork = { readonly people: number; readonly beds: number; readonly notes: number };

type Waiting = {
  readonly _id: string;
  readonly groupId?: unknown;
  readonly event?: unknown;
  readonly stayId?: unknown;
};

/**
 * Counts people and acts rather than documents: a family of four is four people, though it is five documents. A group counts only
 * where none of its people waits, for then it is the group itself that was changed; checking in belongs to the bed that was given.
 */
export const workIn = (documents: readonly Waiting[]): UnsentWork => {
  const of = (kind: string) => documents.filter(({ _id }) => _id.startsWith(`${kind}:`));
  const people = of("person");
  const groups = new Set(people.map(({ groupId }) => groupId));
  const counted = of("group").filter(({ _id }) => groups.has(_id));
  const beds = of("stay");
  const stays = new Set<unknown>(beds.map(({ _id }) => _id));
  const checkIns = of("presence").filter(({ event, stayId }) => event === "check_in" && stays.has(stayId));
  return {
    // One person may wait for the databases of two sites.
    people: new Set(people.map(({ _id }) => _id)).size,
    beds: beds.length,
    notes: documents.length - people.length - beds.length - counted.length - checkIns.length,
  };
};

export const totalOf = ({ people, beds, notes }: UnsentWork): number => people + beds + notes;
