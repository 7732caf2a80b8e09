import type { Bed } from "../../../domain/model/kinds/bed.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { RoomChoice } from "../../../domain/roster/placement.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useRoomLabels } from "../rooms/use-room-labels.ts";
import type { BedChoice } from "./use-bed-choice.ts";

type BedSheetProps = {
  readonly choice: BedChoice;
  /** For whom; closed without. */
  readonly person: Person | undefined;
  readonly onChoose: (bedId: string) => void;
  readonly onClose: () => void;
};

/** Every free bed, room by room; one that the proposal has given to another of the family says so. */
export const BedSheet = ({ choice, person, onChoose, onClose }: BedSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  const room = useRoomLabels();
  const rooms = choice.rooms.filter(({ free }) => free.length > 0);
  return (
    <Sheet
      open={person !== undefined}
      title={t("roster.give.otherBed", { name: person ? words.name(person) : "" })}
      onClose={onClose}
    >
      <Stack>
        {rooms.map((of) => (
          <Section key={of.room._id} title={room.name(of.room)}>
            <p>{room.about(of.room)}</p>
            <FreeBeds choice={choice} room={of} personId={person?._id} onChoose={onChoose} />
          </Section>
        ))}
      </Stack>
    </Sheet>
  );
};

type FreeBedsProps = {
  readonly choice: BedChoice;
  readonly room: RoomChoice;
  readonly personId: string | undefined;
  readonly onChoose: (bedId: string) => void;
};

const FreeBeds = ({ choice, room, personId, onChoose }: FreeBedsProps) => {
  const t = useT();
  const words = usePersonLabels();
  const roomWords = useRoomLabels();
  const givenTo = (bed: Bed) => {
    const placed = choice.beds.placements.filter((placement) => placement.bed._id === bed._id);
    const names = placed
      .flatMap(({ sleeper }) => choice.group.find(({ _id }) => _id === sleeper.personId) ?? [])
      .map(words.name);
    return names.length > 0 ? t("roster.give.bedOf", { name: names.join(", ") }) : undefined;
  };
  const isMine = (bed: Bed) =>
    choice.beds.placements.some(({ bed: given, sleeper }) => given._id === bed._id && sleeper.personId === personId);
  return (
    <List label={t("roster.beds.listOf", { code: room.room.code })}>
      {[...new Set(room.free)].map((bed) => (
        <ListRow
          key={bed._id}
          title={roomWords.bed(bed)}
          detail={givenTo(bed)}
          pressed={isMine(bed)}
          onPress={() => onChoose(bed._id)}
        />
      ))}
    </List>
  );
};
