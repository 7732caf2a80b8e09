import type { AgeRange } from "../dates/age.ts";
import type { CodeOf } from "../model/codes.ts";
import type { Id } from "../model/field.ts";
import type { Bed } from "../model/kinds/bed.ts";
import type { Room } from "../model/kinds/room.ts";

/** What has to be known of a person to find a bed. */
export type Sleeper = {
  readonly personId: Id<"person">;
  readonly sex?: CodeOf<"sex"> | undefined;
  readonly age?: AgeRange | undefined;
  readonly needs: readonly CodeOf<"needFlag">[];
  /** What a bed has to be like. */
  readonly marks: readonly CodeOf<"placeMark">[];
  /** A child that only a confirmed adult may take along. */
  readonly unaccompanied?: boolean;
  /** Who is no stranger to such a child: its group, and the adults who were confirmed for it. */
  readonly knows?: readonly Id<"person">[];
};

/** A room with a place in it: one entry of `free` for each person who may be put there. */
export type RoomChoice = {
  readonly room: Room;
  readonly free: readonly Bed[];
  /** Who sleeps there already and is not of the group. */
  readonly others: readonly Sleeper[];
  /** Members of the group who sleep there already. */
  readonly family: readonly Sleeper[];
};

export type Placement = { readonly sleeper: Sleeper; readonly bed: Bed; readonly choice: RoomChoice };
