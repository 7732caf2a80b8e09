import { childrenAmongStrangers } from "./among-strangers.ts";
import type { Placement, RoomChoice, Sleeper } from "./placement.ts";

/** Reasons to think twice; a lead decides, nothing is forbidden (domain reference 6.3). */
export type BedWarning =
  | { readonly type: "ChildApart"; readonly personId: string }
  | { readonly type: "ChildWithStrangers"; readonly personId: string }
  | { readonly type: "GroupSplit" }
  | { readonly type: "ManInWomensRoom"; readonly personId: string }
  | { readonly type: "NotForMensRoom"; readonly personId: string }
  | { readonly type: "IsolationRoom" }
  | { readonly type: "NotAccessible"; readonly personId: string }
  | { readonly type: "TopBunk"; readonly personId: string }
  | { readonly type: "OtherSexInRoom"; readonly personId: string };

export const bedWarnings = (placements: readonly Placement[]): readonly BedWarning[] => {
  const rooms = new Set(placements.map(({ choice }) => choice.room._id));
  return [
    ...(rooms.size > 1 ? [{ type: "GroupSplit" } as const] : []),
    ...(placements.some(({ choice }) => choice.room.roomType === "isolation")
      ? [{ type: "IsolationRoom" } as const]
      : []),
    ...childrenAmongStrangers(placements).map((personId) => ({ type: "ChildWithStrangers", personId }) as const),
    ...placements.flatMap((placement) => warningsOfOne(placement, placements)),
  ];
};

const warningsOfOne = (placement: Placement, all: readonly Placement[]): readonly BedWarning[] => {
  const { sleeper, bed, choice } = placement;
  const { room, family } = choice;
  const { personId } = sleeper;
  const together = [
    ...all.filter((other) => other.choice.room._id === room._id).map((other) => other.sleeper),
    ...family,
  ];
  const found: readonly (BedWarning | false)[] = [
    isMinor(sleeper) && !together.some((other) => !isMinor(other)) && { type: "ChildApart", personId },
    womensRooms.has(room.roomType) && isManOrBigBoy(sleeper) && { type: "ManInWomensRoom", personId },
    room.roomType === "men" && (sleeper.sex === "f" || isMinor(sleeper)) && { type: "NotForMensRoom", personId },
    sleeper.marks.includes("ground_floor") && !room.accessible && { type: "NotAccessible", personId },
    bed.bedKind === "bunk_top" && needsLowBed(sleeper) && { type: "TopBunk", personId },
    sharesWithOtherSex(sleeper, choice) && { type: "OtherSexInRoom", personId },
  ];
  return found.filter((warning) => warning !== false);
};

/** Whoever is marked so, babies, 60 and over, children under six. */
export const needsLowBed = ({ needs, marks, age }: Sleeper): boolean =>
  marks.includes("lower_bunk") || needs.includes("infant") || (age !== undefined && (age.max >= 60 || age.min < 6));

export const isMinor = ({ age }: Sleeper): boolean => age !== undefined && age.min < 18;

const isManOrBigBoy = ({ sex, age }: Sleeper): boolean => sex === "m" && (age === undefined || age.max > 12);

// Families and halls are mixed by their nature; elsewhere strangers of the other sex share a room only if somebody decides so.
const sharesWithOtherSex = (sleeper: Sleeper, { room, others }: RoomChoice): boolean =>
  !mixedRooms.has(room.roomType) &&
  (isManOrBigBoy(sleeper) ? others.some(({ sex }) => sex === "f") : sleeper.sex === "f" && others.some(isManOrBigBoy));

const womensRooms: ReadonlySet<string> = new Set(["women", "women_children"]);
const mixedRooms: ReadonlySet<string> = new Set(["hall", "transit", "isolation"]);
