import { useState } from "react";
import { directoryDatabase } from "../../../domain/model/databases.ts";
import type { Bed } from "../../../domain/model/kinds/bed.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { List } from "../../../ui/display/list.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { PersonRow } from "../residents/person-row.tsx";
import { NeedBadges, StateBadge } from "../residents/resident-badges.tsx";
import { GiveThisBedSheet } from "./give-this-bed-sheet.tsx";
import { RoomBeds, RoomBedsLegend } from "./room-beds.tsx";
import { useRoomLabels } from "./use-room-labels.ts";

/** One room: its beds as a picture, then who lies in them by name. */
export const RoomPage = ({ site, roomId }: { readonly site: string; readonly roomId: string }) => {
  const t = useT();
  const words = useRoomLabels();
  const roster = useLive(rosterOf, site);
  const [given, setGiven] = useState<string>();
  const view = roster.rooms.find(({ room }) => room._id === roomId);
  if (!view) {
    return (
      <Page title={t("roster.rooms.title")} back="/roster">
        <Empty icon="bed" title={t("roster.room.unknown")} />
      </Page>
    );
  }
  const residents = view.beds.flatMap(({ bed, residents: here }) => here.map((resident) => ({ bed, resident })));
  return (
    <Page title={words.name(view.room)} back="/roster" lede={words.about(view.room)}>
      <FieldConflictCards database={directoryDatabase} id={roomId} />
      {view.beds.length === 0 && <Empty icon="bed" title={t("roster.room.noBeds")} />}
      {view.beds.length > 0 && (
        <>
          <RoomBeds site={site} room={view} onGive={setGiven} />
          <RoomBedsLegend rooms={[view]} />
          <GiveThisBedSheet site={site} view={roster} bedId={given} onClose={() => setGiven(undefined)} />
        </>
      )}
      {residents.length > 0 && (
        <Section title={t("roster.room.residents")}>
          <List label={t("roster.room.residents")}>
            {residents.map(({ bed, resident }) => (
              <BedRow key={resident.person._id} bed={bed} resident={resident} />
            ))}
          </List>
        </Section>
      )}
    </Page>
  );
};

type BedRowProps = { readonly bed: Bed; readonly resident: Resident };

const BedRow = ({ bed, resident: { person, state } }: BedRowProps) => {
  const words = usePersonLabels();
  const room = useRoomLabels();
  return (
    <PersonRow
      brief
      person={person}
      withoutLatin
      detail={`${room.bed(bed)} · ${words.who(person)}`}
      badges={
        <>
          <StateBadge state={state} />
          <NeedBadges person={person} />
        </>
      }
    />
  );
};
