import { useMemo } from "react";
import type { Bed } from "../../../domain/model/kinds/bed.ts";
import type { Room } from "../../../domain/model/kinds/room.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";

export type RoomLabels = {
  readonly name: (room: Pick<Room, "code">) => string;
  /** “Family room · floor 2 · step-free” */
  readonly about: (room: Room) => string;
  /** “Bed 12/3 · upper bunk” */
  readonly bed: (bed: Bed) => string;
};

/** How rooms and beds are spoken of. */
export const useRoomLabels = (): RoomLabels => {
  const t = useT();
  const label = useCodeLabel();
  return useMemo(() => {
    const floor = ({ floor }: Room) => {
      if (floor === undefined) return undefined;
      return floor === 0 ? t("roster.room.groundFloor") : t("roster.room.floor", { floor });
    };
    return {
      name: ({ code }) => t("roster.room.name", { code }),
      about: (room) =>
        [label("roomType", room.roomType), floor(room), room.accessible && t("roster.room.accessible")]
          .filter(Boolean)
          .join(" · "),
      bed: ({ code, bedKind }) =>
        [t("person.bed.name", { code }), bedKind && label("bedKind", bedKind)].filter(Boolean).join(" · "),
    };
  }, [t, label]);
};
