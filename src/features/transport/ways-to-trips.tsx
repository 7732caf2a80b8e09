import { passengerStatus } from "../../domain/transport/passenger-status.ts";
import { tripStateOf } from "../../domain/transport/trip-state.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { TripOfPeople } from "../../live/transport/trips-of-people.ts";
import { ListRow } from "../../ui/display/list-row.tsx";
import { tripAddress } from "./addresses.ts";
import { TripBadge } from "./trip-badge.tsx";
import { useTripLabels } from "./use-trip-labels.ts";

/** From people to the trips they are booked on, a row each: of one person the seat and whether they are on board, of several how many. */
export const WaysToTrips = ({ trips }: { readonly trips: readonly TripOfPeople[] }) =>
  trips.map((trip) => <WayToTrip key={trip.view.trip._id} {...trip} />);

const WayToTrip = ({ view, lines }: TripOfPeople) => {
  const t = useT();
  const label = useCodeLabel();
  const words = useTripLabels();
  const people = usePersonLabels();
  const { dayAndTime } = useFormats();
  const [only, ...others] = lines;
  const children = lines.filter(({ passenger }) => passenger.child).length;
  const who =
    only && others.length === 0
      ? [
          label("paxStatus", passengerStatus(only, view.scans)),
          only.seat !== undefined && t("transport.list.seat", { seat: only.seat }),
        ]
      : [people.howMany(lines.length, children)];
  return (
    <ListRow
      brief
      test="way-to-trip"
      icon="bus"
      href={tripAddress(view.trip._id)}
      title={words.route(view.trip)}
      detail={[...who, dayAndTime(view.trip.departAt)].filter(Boolean).join(" · ")}
      badges={<TripBadge state={tripStateOf(view.trip, view.scans)} />}
    />
  );
};
