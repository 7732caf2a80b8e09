import "../transport.css";
import { useState } from "react";
import { seatsLeft } from "../../../domain/transport/booking.ts";
import { checkBoardingOpen } from "../../../domain/transport/check-boarding-open.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { GroupView } from "../../../live/intake/group-view.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { SearchBox } from "../../../ui/fields/text/search-box.tsx";
import { Snackbar } from "../../../ui/overlays/snackbar.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { tripAddress } from "../addresses.ts";
import { UnknownTrip } from "../unknown-trip.tsx";
import { useMayChangeTrip } from "../use-may-plan.ts";
import { useTrip } from "../use-trip.ts";
import { useTripLabels } from "../use-trip-labels.ts";
import { AddGroupSheet } from "./add-group-sheet.tsx";
import { GroupChoices } from "./group-choices.tsx";

/** Putting people of the site that planned it on a list, whole groups together. */
export const AddPassengersPage = ({ tripId, site }: { readonly tripId: string; readonly site: string | undefined }) => {
  const view = useTrip(tripId, site);
  const mayChange = useMayChangeTrip();
  return view && mayChange(view.trip) ? (
    <AddPassengers key={tripId} view={view} site={view.trip.site} />
  ) : (
    <UnknownTrip />
  );
};

const AddPassengers = ({ view, site }: { readonly view: TripView; readonly site: string }) => {
  const t = useT();
  const words = useTripLabels();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<GroupView>();
  const [done, setDone] = useState<string>();
  const door = checkBoardingOpen(view, view.database);
  const isLocked = !door.ok && (door.error.type === "AlreadyDeparted" || door.error.type === "TripOver");
  const added = (names: string) => {
    setChosen(undefined);
    setQuery("");
    setDone(t("transport.add.done", { names }));
  };
  return (
    <Page title={t("transport.add.title")} back={tripAddress(view.trip._id)} lede={words.route(view.trip)}>
      {isLocked && <Notice kind="warning">{t("transport.add.locked")}</Notice>}
      <SeatsLeft view={view} />
      <SearchBox id="add-search" label={t("transport.add.search")} value={query} onChange={setQuery} />
      <GroupChoices site={site} view={view} query={query} onChoose={isLocked ? undefined : setChosen} />
      {chosen && (
        <AddGroupSheet
          key={chosen.key}
          site={site}
          view={view}
          group={chosen}
          onAdded={added}
          onClose={() => setChosen(undefined)}
        />
      )}
      <Snackbar message={done} onClose={() => setDone(undefined)} />
    </Page>
  );
};

const SeatsLeft = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const left = seatsLeft(view.trip, view.lines);
  if (left < 0) return <Notice kind="warning">{t("transport.add.tooMany", { count: -left })}</Notice>;
  return <p className="transport-seats">{t("transport.add.seatsLeft", { count: left })}</p>;
};
