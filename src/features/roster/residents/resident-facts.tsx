import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { stayStateOf } from "../../../domain/roster/stay-state.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { Facts } from "../../../ui/display/facts.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { bedById } from "../beds/bed-by-id.ts";
import { useRoomLabels } from "../rooms/use-room-labels.ts";
import { NeedBadges } from "./resident-badges.tsx";

type ResidentFactsProps = { readonly site: string; readonly view: RosterView; readonly person: Person };

/** State, bed and needs of one person. */
export const ResidentFacts = ({ site, view, person }: ResidentFactsProps) => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime } = useFormats();
  const words = useRoomLabels();
  const resident = view.residents.get(person._id);
  const last = (view.staysByPerson.get(person._id) ?? []).filter(({ stay }) => !stay.voided).at(-1);
  const state = last && stayStateOf(last.events);
  const bed = bedById(view, resident?.stay.bedId);
  const room = view.rooms.find((of) => of.room._id === resident?.stay.roomId)?.room;
  const since = state && "since" in state && t("roster.person.since", { when: dayAndTime(state.since) });
  const facts = [
    {
      label: t("roster.person.state"),
      value: state ? [label("stayStatus", state.status), since].filter(Boolean).join(", ") : t("roster.person.notIn"),
    },
    ...(resident
      ? [
          {
            label: t("roster.person.bed"),
            value: bedWords(bed && words.bed(bed), room && words.name(room), t("roster.bed.none")),
          },
        ]
      : []),
  ];
  return (
    <>
      {last && <FieldConflictCards database={siteDatabase(site)} id={last.stay._id} />}
      <Facts facts={facts} />
      <Row>
        {last && <DeliveryMark database={siteDatabase(site)} id={last.stay._id} />}
        <NeedBadges person={person} />
      </Row>
    </>
  );
};

const bedWords = (bed: string | undefined, room: string | undefined, none: string): string =>
  [room, bed].filter(Boolean).join(" · ") || none;
