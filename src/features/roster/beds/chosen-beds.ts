import { assignInRoom, type BedProposal, proposeBeds } from "../../../domain/roster/bed-proposal.ts";
import type { Placement, RoomChoice, Sleeper } from "../../../domain/roster/placement.ts";

export type BedWishes = {
  /** The room that was tapped instead of the proposed one. */
  readonly roomId?: string | undefined;
  /** Beds that were tapped, by person. */
  readonly bedIds: Readonly<Record<string, string>>;
};

/** Others are chosen: the room stays, and so do the beds of those who are still among them. */
export const wishesOf = ({ roomId, bedIds }: BedWishes, personIds: readonly string[]): BedWishes => ({
  roomId,
  bedIds: Object.fromEntries(Object.entries(bedIds).filter(([personId]) => personIds.includes(personId))),
});

/** The proposal with everything that was tapped. Who is given somebody else's bed changes with them. */
export const chosenBeds = (
  group: readonly Sleeper[],
  rooms: readonly RoomChoice[],
  { roomId, bedIds }: BedWishes,
): BedProposal => {
  const room = rooms.find((choice) => choice.room._id === roomId);
  const proposed = room ? thenElsewhere(assignInRoom(group, room), rooms, room) : proposeBeds(group, rooms);
  return Object.entries(bedIds).reduce((beds, [personId, bedId]) => withBed(beds, personId, bedId, rooms), proposed);
};

const thenElsewhere = (
  { placements, left }: BedProposal,
  rooms: readonly RoomChoice[],
  room: RoomChoice,
): BedProposal => {
  const rest = proposeBeds(
    left,
    rooms.filter((other) => other !== room),
  );
  return { placements: [...placements, ...rest.placements], left: rest.left };
};

const withBed = (
  { placements, left }: BedProposal,
  personId: string,
  bedId: string,
  rooms: readonly RoomChoice[],
): BedProposal => {
  const choice = rooms.find(({ free }) => free.some((bed) => bed._id === bedId));
  const bed = choice?.free.find(({ _id }) => _id === bedId);
  const before = placements.find(({ sleeper }) => sleeper.personId === personId);
  const sleeper = before?.sleeper ?? left.find((waiting) => waiting.personId === personId);
  if (!choice || !bed || !sleeper) return { placements, left };
  const places = choice.free.filter((free) => free._id === bedId).length;
  const inBed = placements.filter((other) => other.bed._id === bedId && other !== before);
  const loser = inBed.length >= places ? inBed[0] : undefined;
  const moved = placements.filter((other) => other !== before && other !== loser);
  const swapped: readonly Placement[] =
    loser && before ? [{ sleeper: loser.sleeper, bed: before.bed, choice: before.choice }] : [];
  return {
    placements: [...moved, { sleeper, bed, choice }, ...swapped],
    left: [...left.filter((waiting) => waiting !== sleeper), ...(loser && !before ? [loser.sleeper] : [])],
  };
};
