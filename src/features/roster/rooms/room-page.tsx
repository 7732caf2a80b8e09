import { directoryDatabase } from "../../../domain/model/databases.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { type BedView, rosterKinds, rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { PersonRow } from "../residents/person-row.tsx";
import { NeedBadges, StateBadge } from "../residents/resident-badges.tsx";
import { useRoomLabels } from "./use-room-labels.ts";

/** One room, bed by bed. */
export const RoomPage = ({ site, roomId }: { readonly site: string; readonly roomId: string }) => {
  const t = useT();
  const words = useRoomLabels();
  const view = useLive(rosterKinds, rosterOf, site).rooms.find(({ room }) => room._id === roomId);
  if (!view) {
    return (
      <Page title={t("roster.rooms.title")} back="/roster">
        <Empty icon="bed" title={t("roster.room.unknown")} />
      </Page>
    );
  }
  return (
    <Page title={words.name(view.room)} back="/roster" lede={words.about(view.room)}>
      <FieldConflictCards database={directoryDatabase} id={roomId} />
      {view.beds.length === 0 && <Empty icon="bed" title={t("roster.room.noBeds")} />}
      {view.beds.length > 0 && (
        <List label={t("roster.beds.listOf", { code: view.room.code })}>
          {view.beds.map((bed) => (
            <BedRows key={bed.bed._id} view={bed} />
          ))}
        </List>
      )}
    </Page>
  );
};

const BedRows = ({ view }: { readonly view: BedView }) => {
  const words = usePersonLabels();
  const room = useRoomLabels();
  if (view.residents.length === 0) return <EmptyBed view={view} />;
  return view.residents.map(({ person, state }) => (
    <PersonRow
      brief
      key={person._id}
      person={person}
      detail={`${words.who(person)} · ${room.bed(view.bed)}`}
      badges={
        <>
          <StateBadge state={state} />
          <NeedBadges person={person} />
        </>
      }
    />
  ));
};

const EmptyBed = ({ view: { bed } }: { readonly view: BedView }) => {
  const t = useT();
  const room = useRoomLabels();
  return (
    <ListRow
      icon={bed.blocked ? "lock" : "bed"}
      title={room.bed(bed)}
      detail={bed.blocked ? bed.blockedReason : undefined}
      end={bed.blocked ? t("roster.bed.blocked") : t("roster.bed.free")}
    />
  );
};
