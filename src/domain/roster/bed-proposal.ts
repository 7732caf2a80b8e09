import type { Bed } from "../model/kinds/bed.ts";
import { type BedWarning, bedWarnings, isMinor, needsLowBed } from "./bed-warnings.ts";
import type { Placement, RoomChoice, Sleeper } from "./placement.ts";

export type BedProposal = {
  readonly placements: readonly Placement[];
  /** Those for whom no bed is left. */
  readonly left: readonly Sleeper[];
};

/**
 * Beds for people who belong together: one room first, then who the room is for, then what somebody needs, then the room that
 * is filled best (domain reference 6.3). Where no room holds them all they are divided over as few rooms as possible, children
 * behind an adult. A proposal: a lead confirms it.
 */
export const proposeBeds = (group: readonly Sleeper[], rooms: readonly RoomChoice[]): BedProposal => {
  const best = roomsByFit(group, rooms)[0];
  if (!best || group.length === 0) return { placements: [], left: group };
  const { placements, left } = assignInRoom(group, best);
  const rest = proposeBeds(
    left,
    rooms.filter((room) => room !== best),
  );
  return { placements: [...placements, ...rest.placements], left: rest.left };
};

/** As many as there are beds for in one room. */
export const assignInRoom = (group: readonly Sleeper[], choice: RoomChoice): BedProposal => {
  const order = adultFirst(group);
  const [placed, left] = [order.slice(0, choice.free.length), order.slice(choice.free.length)];
  const beds = handOut(placed, choice.free);
  const placements = group.flatMap((sleeper) => {
    const bed = beds.get(sleeper);
    return bed ? [{ sleeper, bed, choice }] : [];
  });
  return { placements, left };
};

/** Rooms with a free bed, the one to propose first. */
export const roomsByFit = (group: readonly Sleeper[], rooms: readonly RoomChoice[]): readonly RoomChoice[] =>
  rooms
    .filter(({ free }) => free.length > 0)
    .map((choice) => ({ choice, burden: burdenOf(group, choice) }))
    .sort((a, b) => a.burden - b.burden)
    .map(({ choice }) => choice);

/** Low beds go to those who need them; the fit get the upper bunks. */
const handOut = (group: readonly Sleeper[], free: readonly Bed[]): ReadonlyMap<Sleeper, Bed> => {
  const [low, high] = [free.filter(isLow), free.filter((bed) => !isLow(bed))];
  const needy = group.filter(needsLowBed);
  const others = group.filter((sleeper) => !needsLowBed(sleeper));
  const forNeedy = [...low, ...high].slice(0, needy.length);
  const forOthers = [...high, ...low].filter((bed, place, beds) => spare(bed, place, beds, forNeedy));
  return new Map([...pairs(needy, forNeedy), ...pairs(others, forOthers)]);
};

const isLow = (bed: Bed): boolean => bed.bedKind !== "bunk_top";

/** A double bed stands twice in the list: one taken leaves the other. */
const spare = (bed: Bed, place: number, beds: readonly Bed[], taken: readonly Bed[]): boolean =>
  beds.slice(0, place + 1).filter((other) => other === bed).length > taken.filter((other) => other === bed).length;

const pairs = (group: readonly Sleeper[], beds: readonly Bed[]): readonly (readonly [Sleeper, Bed])[] =>
  group.flatMap((sleeper, place) => {
    const bed = beds[place];
    return bed ? [[sleeper, bed] as const] : [];
  });

// One adult leads, then the children, then the other adults: only adults may have to sleep elsewhere.
const adultFirst = (group: readonly Sleeper[]): readonly Sleeper[] => {
  const adults = group.filter((sleeper) => !isMinor(sleeper));
  return [...adults.slice(0, 1), ...group.filter(isMinor), ...adults.slice(1)];
};

const burdenOf = (group: readonly Sleeper[], choice: RoomChoice): number => {
  const { placements, left } = assignInRoom(group, choice);
  const warnings = bedWarnings(placements);
  const warned = warnings.reduce((sum, { type }) => sum + weights[type], 0);
  // Where there is no room without strangers, a child sleeps among women and their children rather than elsewhere.
  const amongWomen =
    choice.room.roomType === "women_children" && warnings.some(({ type }) => type === "ChildWithStrangers") ? -300 : 0;
  const strangers = choice.room.roomType === "family" && choice.others.length > 0 ? 15 : 0;
  const together = choice.family.length > 0 ? -600 : 0;
  return (
    left.length * 1000 +
    warned +
    amongWomen +
    strangers +
    together +
    luxury(group, choice) +
    choice.free.length -
    placements.length
  );
};

const weights: Readonly<Record<BedWarning["type"], number>> = {
  GroupSplit: 1000,
  ChildApart: 800,
  ChildWithStrangers: 700,
  ManInWomensRoom: 500,
  NotForMensRoom: 500,
  IsolationRoom: 400,
  NotAccessible: 100,
  TopBunk: 50,
  OtherSexInRoom: 90,
};

/** Rooms that are kept for those who need them, and rooms that one would rather not give. */
const luxury = (group: readonly Sleeper[], { room }: RoomChoice): number => {
  const usesAccess = group.some(({ marks }) => marks.includes("ground_floor"));
  if ((room.accessible || room.roomType === "accessible") && !usesAccess) return 25;
  if (room.roomType === "pets") return group.some(({ needs }) => needs.includes("pet")) ? 0 : 20;
  if (room.roomType === "family") return group.length > 1 ? 0 : 30;
  return { hall: 12, transit: 6, quiet: 4 }[room.roomType as string] ?? 0;
};
