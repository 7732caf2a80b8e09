import type { Resident } from "../../../live/roster/residents.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";

export type RollCallRoom = {
  readonly key: string;
  /** Code of the room; nothing for people without one. */
  readonly code: string | undefined;
  readonly families: readonly (readonly Resident[])[];
};

/** The people to look for, as one walks through the house: room by room, families together. */
export const roomsToCheck = (view: RosterView, people: readonly Resident[]): readonly RollCallRoom[] => {
  const byRoom = new Map<string, Resident[]>();
  for (const resident of people) {
    const key = resident.stay.roomId ?? "";
    byRoom.set(key, [...(byRoom.get(key) ?? []), resident]);
  }
  const known = view.rooms.map(({ room }) => ({ key: room._id as string, code: room.code as string | undefined }));
  const unknown = [...byRoom.keys()].filter((key) => !known.some((room) => room.key === key));
  return [...known, ...unknown.map((key) => ({ key, code: undefined }))].flatMap(({ key, code }) => {
    const residents = byRoom.get(key);
    return residents ? [{ key, code, families: familiesOf(residents) }] : [];
  });
};

const familiesOf = (residents: readonly Resident[]): readonly (readonly Resident[])[] => {
  const families = new Map<string, Resident[]>();
  for (const resident of residents) {
    const key = resident.person.groupId ?? resident.person._id;
    families.set(key, [...(families.get(key) ?? []), resident]);
  }
  return [...families.values()];
};
