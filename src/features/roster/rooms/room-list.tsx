import "../roster.css";
import { useState } from "react";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { type BedView, freePlacesIn, type RoomView } from "../../../live/roster/roster-view.ts";
import { Badge } from "../../../ui/display/badge.tsx";
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
  const free = freeOf(view);
  return (
    <ListRow
      href={roomAddress(view.room._id)}
      title={words.name(view.room)}
      detail={
        <>
          {words.about(view.room)}
          {view.beds
            .filter(({ residents }) => residents.length > 0)
            .map((bed) => (
              <BedLine key={bed.bed._id} view={bed} />
            ))}
        </>
      }
      badges={
        <Badge icon="bed" tone={free > 0 ? "good" : "plain"}>
          {free > 0 ? t("roster.room.free", { count: free }) : t("roster.room.full")}
        </Badge>
      }
    />
  );
};

const BedLine = ({ view }: { readonly view: BedView }) => {
  const words = usePersonLabels();
  return (
    <span className="roster-bed">
      <span className="roster-bed__code">{view.bed.code}</span>
      <span>{view.residents.map(({ person }) => words.name(person)).join(" + ")}</span>
    </span>
  );
};

const freeOf = ({ beds }: RoomView): number => beds.reduce((sum, bed) => sum + freePlacesIn(bed), 0);
