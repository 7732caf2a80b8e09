import { directoryDatabase, siteDatabase } from "../../domain/model/databases.ts";
import type { Bed } from "../../domain/model/kinds/bed.ts";
import type { Room } from "../../domain/model/kinds/room.ts";
import { currentStay, type StayWithEvents } from "../../domain/roster/stay-commands.ts";
import { type StayState, stayStateOf } from "../../domain/roster/stay-state.ts";
import type { Records } from "../records.ts";
import { staysOfPerson } from "./stays-of.ts";

/** The stay that counts for a person: the one that keeps a place, else the last one. */
export type PersonPlace = StayWithEvents & {
  readonly state: StayState;
  /** Whether the stay keeps a place; the bed and the room are named only while it does. */
  readonly isHeld: boolean;
  readonly bed: Bed | undefined;
  readonly room: Room | undefined;
};

/** Where one person is, without the rest of the roster; undefined for a person who was never given a place. */
export const placeOfPerson = (records: Records, site: string, personId: string): PersonPlace | undefined => {
  const stays = staysOfPerson(records, siteDatabase(site), personId).filter(({ stay }) => !stay.voided);
  const held = currentStay(stays);
  const counts = held ?? stays.at(-1);
  if (!counts) return undefined;
  const { bedId, roomId } = held?.stay ?? {};
  return {
    ...counts,
    state: stayStateOf(counts.events),
    isHeld: held !== undefined,
    bed: bedId && records.table(directoryDatabase, "bed").get(bedId),
    room: roomId && records.table(directoryDatabase, "room").get(roomId),
  };
};
