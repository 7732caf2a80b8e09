import type { Id } from "../model/field.ts";
import type { Placement, RoomChoice, Sleeper } from "./placement.ts";

/**
 * Children without a parent or guardian who would come to sleep among adults who are strangers to them: those who are given a bed, and those who sleep
 * in the room already, so far without a stranger.
 */
export const childrenAmongStrangers = (placements: readonly Placement[]): readonly Id<"person">[] => {
  const rooms = new Map(placements.map(({ choice }) => [choice.room._id, choice]));
  return [...rooms.values()].flatMap((room) => amongStrangersIn(room, placements)).map(({ personId }) => personId);
};

const amongStrangersIn = (
  { room, others, family }: RoomChoice,
  placements: readonly Placement[],
): readonly Sleeper[] => {
  const coming = placements.filter(({ choice }) => choice.room._id === room._id).map(({ sleeper }) => sleeper);
  const isMoved = ({ personId }: Sleeper) => placements.some(({ sleeper }) => sleeper.personId === personId);
  const staying = [...others, ...family].filter((sleeper) => !isMoved(sleeper));
  return [
    ...coming.filter((child) => hasStranger(child, [...staying, ...coming])),
    ...staying.filter((child) => hasStranger(child, coming) && !hasStranger(child, staying)),
  ];
};

const hasStranger = (child: Sleeper, others: readonly Sleeper[]): boolean =>
  others.some((other) => isStrangerTo(child, other));

/** Whether somebody may be an adult whom a child without a parent or guardian does not know. */
export const isStrangerTo = ({ personId, unaccompanied, knows = [] }: Sleeper, other: Sleeper): boolean =>
  unaccompanied === true && mayBeAdult(other) && other.personId !== personId && !knows.includes(other.personId);

const mayBeAdult = ({ age }: Sleeper): boolean => age === undefined || age.max >= 18;
