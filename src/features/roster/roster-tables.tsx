import type { Person } from "../../domain/model/kinds/person.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { RosterView } from "../../live/roster/roster-view.ts";
import { Views } from "../../ui/display/table/views.tsx";
import { useKept } from "../../ui/page/use-kept.ts";
import { ResidentList } from "./residents/resident-list.tsx";
import { RoomList } from "./rooms/room-list.tsx";
import { WaitingList } from "./waiting/waiting-list.tsx";

type View = "residents" | "waiting" | "rooms";
type RosterTablesProps = { readonly site: string; readonly view: RosterView; readonly waiting: readonly Person[] };

/** On a laptop: one of the lists of the house at a time, as a table. */
export const RosterTables = ({ site, view, waiting }: RosterTablesProps) => {
  const t = useT();
  const { number } = useFormats();
  // Who waits stands first, as on a phone: a family in the hall is not to be one digit on a button.
  const [shown, show] = useKept<View>("view", waiting.length > 0 ? "waiting" : "residents");
  const residents = t("laptop.views.residents", { number: number(view.residents.size) });
  return (
    <>
      <Views
        label={t("laptop.views.title")}
        value={shown}
        onChange={show}
        views={[
          { value: "residents", label: residents },
          {
            value: "waiting",
            label: t("laptop.views.waiting", { number: number(waiting.length) }),
            calls: waiting.length > 0,
          },
          { value: "rooms", label: t("laptop.views.rooms", { number: number(view.rooms.length) }) },
        ]}
      />
      {shown === "residents" && <ResidentList view={view} label={residents} />}
      {shown === "waiting" && <WaitingList people={waiting} />}
      {shown === "rooms" && <RoomList site={site} view={view} />}
    </>
  );
};
