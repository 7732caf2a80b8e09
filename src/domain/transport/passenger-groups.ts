import type { Line } from "../model/kinds/line.ts";

export type PassengerGroup = { readonly key: string; readonly lines: readonly Line[] };

/** The list as it is called out at the door: members of a group stand together, adults before children. */
export const passengerGroups = (lines: readonly Line[]): readonly PassengerGroup[] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = line.groupId ?? line._id;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, members]) => ({
    key,
    lines: members.sort((a, b) => Number(a.passenger.child) - Number(b.passenger.child)),
  }));
};
