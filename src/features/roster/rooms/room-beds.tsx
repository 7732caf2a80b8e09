import { siteDatabase } from "../../../domain/model/databases.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { RoomView } from "../../../live/roster/beds-at.ts";
import { useRights } from "../../../live/use-rights.ts";
import { useToday } from "../../../live/use-today.ts";
import { type BedCell, BedGrid, BedLegend } from "../../../ui/pictures/bed-grid.tsx";
import { residentAddress } from "../addresses.ts";
import { type BedPlace, bedPlaces } from "./bed-cells.ts";
import { useRoomLabels } from "./use-room-labels.ts";

type RoomBedsProps = {
  readonly site: string;
  readonly room: RoomView;
  /** Where it is one of many. */
  readonly dense?: boolean;
  /** What a tap on a free bed does. */
  readonly onGive: (bedId: string) => void;
};

/** The beds of a room as a picture: a tap on somebody leads to them, a tap on a free bed gives it. */
export const RoomBeds = ({ site, room, dense, onGive }: RoomBedsProps) => {
  const t = useT();
  const today = useToday();
  const { mayBegin } = useRights();
  const cellOf = useCell();
  const mayGive = mayBegin({ database: siteDatabase(site), site }, "stay");
  return (
    <BedGrid
      label={t("roster.beds.listOf", { code: room.room.code })}
      dense={dense}
      beds={bedPlaces(room.beds, today).map((place, number) => ({
        ...cellOf(place),
        key: place.resident?.stay._id ?? `${place.bed._id} ${number}`,
        onPress: mayGive && place.state === "free" ? () => onGive(place.bed._id) : undefined,
      }))}
    />
  );
};

/** What the shapes of some beds mean. */
export const RoomBedsLegend = ({ rooms }: { readonly rooms: readonly RoomView[] }) => {
  const today = useToday();
  const words = useStateWords();
  return <BedLegend beds={rooms.flatMap(({ beds }) => bedPlaces(beds, today))} words={words} />;
};

const useCell = (): ((place: BedPlace) => Omit<BedCell, "key">) => {
  const t = useT();
  const label = useCodeLabel();
  const words = usePersonLabels();
  const roomWords = useRoomLabels();
  return ({ bed, state, resident }) => {
    const shared = { code: bed.code, state };
    if (!resident)
      return {
        ...shared,
        words: [roomWords.bed(bed), t(`roster.bedState.${state}`), bed.blockedReason].filter(Boolean).join(", "),
      };
    const { person, state: stay } = resident;
    const doubt = state === "doubtful" && t("roster.bedState.doubtful");
    const blocked = bed.blocked && [t("roster.bedState.blocked"), bed.blockedReason].filter(Boolean).join(", ");
    const about = [words.name(person), words.who(person), label("stayStatus", stay.status), doubt, blocked];
    return {
      ...shared,
      name: person.givenName ?? words.name(person),
      lang: languageOfName(person.givenName ?? person.familyName),
      words: `${roomWords.bed(bed)}: ${about.filter(Boolean).join(", ")}`,
      href: residentAddress(person._id),
    };
  };
};

const useStateWords = () => {
  const t = useT();
  return {
    free: t("roster.bedState.free"),
    woman: t("roster.bedState.woman"),
    man: t("roster.bedState.man"),
    child: t("roster.bedState.child"),
    person: t("roster.bedState.person"),
    away: t("roster.bedState.away"),
    blocked: t("roster.bedState.blocked"),
    doubtful: t("roster.bedState.doubtful"),
  };
};
