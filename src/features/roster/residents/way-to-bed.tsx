import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { PersonPlace } from "../../../live/roster/place-of-person.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { bedForAddress, roomAddress } from "../addresses.ts";
import { useRoomLabels } from "../rooms/use-room-labels.ts";

type WayToBedProps = {
  readonly personId: string;
  /** Nothing for whoever never had a place here. */
  readonly place: PersonPlace | undefined;
  readonly mayGiveBeds: boolean;
};

/** From a person to the room they sleep in; where they have no bed, to giving them one. */
export const WayToBed = ({ personId, place, mayGiveBeds }: WayToBedProps) => {
  const t = useT();
  const words = useRoomLabels();
  const state = useStateText();
  const bed = [place?.bed && t("person.bed.name", { code: place.bed.code }), place?.room && words.name(place.room)]
    .filter(Boolean)
    .join(" · ");
  const isGone = place !== undefined && !place.isHeld;
  const toBed = mayGiveBeds && !isGone ? bedForAddress(personId) : undefined;
  const href = place?.room ? roomAddress(place.room._id) : toBed;
  return (
    <ListRow
      brief
      test="way-to-bed"
      icon="bed"
      title={bed || (isGone ? state(place) : t("person.bed.none"))}
      detail={
        isGone
          ? t("person.bed.none")
          : place
            ? state(place)
            : t(mayGiveBeds ? "roster.act.giveBed" : "roster.person.notIn")
      }
      {...(href !== undefined && { href })}
    />
  );
};

const useStateText = (): ((place: PersonPlace) => string) => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime } = useFormats();
  return ({ state }) => {
    const since = "since" in state && t("roster.person.since", { when: dayAndTime(state.since) });
    return [label("stayStatus", state.status), since].filter(Boolean).join(", ");
  };
};
