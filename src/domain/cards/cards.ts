import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";

/** Who or what has numbers: a person, or a group of whom nobody is named yet. */
export type CardHolder = Person | Group;

/** The number under which the record was registered: nine digits. */
export const ownNumberOf = (holder: CardHolder): string | undefined =>
  holder.kind === "person" ? holder.regNo : holder.groupNo;

/** All numbers of the record, its own first, those of lost cards included. */
export const allNumbersOf = (holder: CardHolder): readonly string[] => {
  const own = ownNumberOf(holder);
  return [...new Set([...(own === undefined ? [] : [own]), ...(holder.cards ?? []), ...(holder.lostCards ?? [])])];
};

/** Whether a number of the record was on a card that was reported lost: who shows that card may be another person. */
export const isLostCard = (holder: CardHolder, number: string): boolean => holder.lostCards?.includes(number) === true;
