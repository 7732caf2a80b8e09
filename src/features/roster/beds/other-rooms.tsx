import { roomsByFit } from "../../../domain/roster/bed-proposal.ts";
import type { RoomChoice } from "../../../domain/roster/placement.ts";
import { sleeperOf } from "../../../domain/roster/sleeper-of.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { useRoomLabels } from "../rooms/use-room-labels.ts";
import type { BedChoice } from "./use-bed-choice.ts";

/** The rooms with a free bed that are not proposed, the fittest first; a tap proposes beds there. */
export const OtherRooms = ({ choice }: { readonly choice: BedChoice }) => {
  const t = useT();
  const today = useToday();
  const { known, rooms, beds, group, chosenIds, wish } = choice;
  const chosen = group
    .filter(({ _id }) => chosenIds.includes(_id))
    .map((person) => sleeperOf(person, today, known.get(person._id)));
  const proposed = new Set(beds.placements.map(({ choice: { room } }) => room._id));
  const others = roomsByFit(chosen, rooms).filter(({ room }) => !proposed.has(room._id));
  if (others.length === 0 || chosen.length === 0) return null;
  return (
    <Section title={t("roster.give.otherRooms")}>
      <List label={t("roster.give.otherRooms")}>
        {others.map((other) => (
          <OtherRoom key={other.room._id} other={other} onPress={() => wish({ roomId: other.room._id, bedIds: {} })} />
        ))}
      </List>
    </Section>
  );
};

const OtherRoom = ({ other, onPress }: { readonly other: RoomChoice; readonly onPress: () => void }) => {
  const t = useT();
  const words = useRoomLabels();
  return (
    <ListRow
      title={words.name(other.room)}
      detail={words.about(other.room)}
      end={t("roster.room.free", { count: other.free.length })}
      onPress={() => {
        onPress();
        window.scrollTo({ top: 0 });
      }}
    />
  );
};
