import { departedWithout } from "../../domain/transport/left-behind.ts";
import { tripStateOf } from "../../domain/transport/trip-state.ts";
import { DeliveryMark } from "../../forms/delivery-mark.tsx";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { TripView } from "../../live/transport/trips-view.ts";
import { Badge } from "../../ui/display/badge.tsx";
import { ListRow } from "../../ui/display/list-row.tsx";
import { tripAddress } from "./addresses.ts";
import { homeDatabase } from "./home-database.ts";
import { bookedLines } from "./passengers/booked-lines.ts";
import { TripBadge } from "./trip-badge.tsx";
import { useTripLabels } from "./use-trip-labels.ts";

/** One trip in a list. */
export const TripRow = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const words = useTripLabels();
  const label = useCodeLabel();
  const { howMany } = usePersonLabels();
  const { dayAndTime } = useFormats();
  const { trip, scans, vehicle } = view;
  const lines = bookedLines(view);
  const without = departedWithout(view);
  const state = tripStateOf(trip, scans);
  const children = lines.filter(({ passenger }) => passenger.child).length;
  return (
    <ListRow
      brief
      test="trip"
      href={tripAddress(trip._id)}
      title={words.route(trip)}
      detail={[
        label("tripStatus", state),
        dayAndTime(trip.departAt),
        vehicle?.plate ?? t("transport.noVehicle"),
        howMany(lines.length, children),
      ].join(" · ")}
      badges={
        <>
          <TripBadge state={state} />
          {without && (
            <Badge icon="alarm" tone={without.lines.length > 0 ? "danger" : "warning"}>
              {without.lines.length > 0
                ? t("transport.without.badge", { count: without.lines.length })
                : t("transport.without.differs")}
            </Badge>
          )}
          <DeliveryMark database={homeDatabase(view)} id={trip._id} />
        </>
      }
    />
  );
};
