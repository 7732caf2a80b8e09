import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { tripsOfPeople } from "../../../live/transport/trips-of-people.ts";
import { useLive } from "../../../live/use-live.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { RowPlaces } from "../../../ui/display/row-places.tsx";
import { LatePart } from "./late-part.tsx";
import { WaysToTrips } from "./late-parts.ts";

/** Whose trips: one person's, or those of a whole group. */
type TripRowsProps = { readonly site: string; readonly by: "personId" | "groupId"; readonly id: string };

/** Rows of a list: the trips that people are booked on. How many there are is known at once; what is said of them is fetched. */
export const TripRows = (props: TripRowsProps) => {
  const t = useT();
  const trips = useTrips(props);
  if (trips.length === 0) return null;
  const place = <RowPlaces count={trips.length} />;
  return (
    <LatePart place={place} instead={<ListRow icon="bus" title={t("intake.partMissing")} />}>
      <WaysToTrips trips={trips} meanwhile={place} />
    </LatePart>
  );
};

export const useTrips = ({ site, by, id }: TripRowsProps) =>
  useLive(tripsOfPeople, site, useLiveContext().databases, by, id);
