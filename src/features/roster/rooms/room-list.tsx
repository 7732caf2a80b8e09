import { useState } from "react";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { freePlacesIn, type RoomView } from "../../../live/roster/beds-at.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Switch } from "../../../ui/fields/choice/switch.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useKept } from "../../../ui/page/use-kept.ts";
import { roomAddress } from "../addresses.ts";
import { GiveThisBedSheet } from "./give-this-bed-sheet.tsx";
import { RoomBeds, RoomBedsLegend } from "./room-beds.tsx";
import { useRoomLabels } from "./use-room-labels.ts";

type RoomListProps = { readonly site: string; readonly view: RosterView };

/** Every room in one row: what it is for, who lies in which bed, what is free. Or the plan of the house: each room with its beds. */
export const RoomList = ({ site, view }: RoomListProps) => {
  const t = useT();
  const { rooms } = view;
  const [onlyFree, setOnlyFree] = useState(false);
  const [isPlan, setIsPlan] = useKept("plan", false);
  const shown = onlyFree ? rooms.filter((room) => freeOf(room) > 0) : rooms;
  return (
    <Section title={t("roster.rooms.title")}>
      <Switch id="only-free" label={t("roster.rooms.onlyFree")} on={onlyFree} onChange={setOnlyFree} />
      <Switch id="plan" label={t("roster.rooms.plan")} on={isPlan} onChange={setIsPlan} />
      {shown.length === 0 && <p>{t("roster.rooms.noneFree")}</p>}
      {isPlan && <HousePlan site={site} view={view} rooms={shown} />}
      {shown.length > 0 && !isPlan && (
        <List label={t("roster.rooms.title")}>
          {shown.map((room) => (
            <RoomRow key={room.room._id} view={room} />
          ))}
        </List>
      )}
    </Section>
  );
};

/** A heading that leads to the room, and its beds. */
const HousePlan = ({ site, view, rooms }: RoomListProps & { readonly rooms: readonly RoomView[] }) => {
  const words = useRoomLabels();
  const [given, setGiven] = useState<string>();
  return (
    <>
      <RoomBedsLegend rooms={rooms} />
      {rooms.map((room) => (
        <Stack key={room.room._id} space="tight">
          <List label={words.name(room.room)}>
            <RoomRow view={room} />
          </List>
          <RoomBeds site={site} room={room} dense onGive={setGiven} />
        </Stack>
      ))}
      <GiveThisBedSheet site={site} view={view} bedId={given} onClose={() => setGiven(undefined)} />
    </>
  );
};

const RoomRow = ({ view }: { readonly view: RoomView }) => {
  const t = useT();
  const words = useRoomLabels();
  const people = usePersonLabels();
  const free = freeOf(view);
  const residents = view.beds.flatMap(({ residents: here }) => here.map(({ person }) => people.name(person)));
  return (
    <ListRow
      brief
      test="room"
      href={roomAddress(view.room._id)}
      title={words.name(view.room)}
      detail={[words.about(view.room), ...residents].join(" · ")}
      end={free > 0 ? t("roster.room.free", { count: free }) : t("roster.room.full")}
    />
  );
};

const freeOf = ({ beds }: RoomView): number => beds.reduce((sum, bed) => sum + freePlacesIn(bed), 0);
