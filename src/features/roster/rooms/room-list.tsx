import { useState } from "react";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { freePlacesIn, type RoomView } from "../../../live/roster/roster-view.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Switch } from "../../../ui/fields/choice/switch.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { roomAddress } from "../addresses.ts";
import { useRoomLabels } from "./use-room-labels.ts";

/** Every room in one row: what it is for, who lies in which bed, what is free. */
export const RoomList = ({ rooms }: { readonly rooms: readonly RoomView[] }) => {
  const t = useT();
  const [onlyFree, setOnlyFree] = useState(false);
  const shown = onlyFree ? rooms.filter((room) => freeOf(room) > 0) : rooms;
  return (
    <Section title={t("roster.rooms.title")}>
      <Switch id="only-free" label={t("roster.rooms.onlyFree")} on={onlyFree} onChange={setOnlyFree} />
      {shown.length === 0 && <p>{t("roster.rooms.noneFree")}</p>}
      {shown.length > 0 && (
        <List label={t("roster.rooms.title")}>
          {shown.map((room) => (
            <RoomRow key={room.room._id} view={room} />
          ))}
        </List>
      )}
    </Section>
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
