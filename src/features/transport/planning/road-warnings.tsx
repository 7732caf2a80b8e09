import { warsawDay } from "../../../domain/dates/warsaw-time.ts";
import { nameOf } from "../../../domain/names/person-name.ts";
import { seatsLeft } from "../../../domain/transport/booking.ts";
import { driverWarnings, vehicleWarnings } from "../../../domain/transport/road-warnings.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { useTripLabels } from "../use-trip-labels.ts";

/** What speaks against the vehicle, a driver or the list on the day of the trip; nothing where all is well. */
export const RoadWarnings = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const warnings = useRoadWarnings(view);
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warning" title={t("transport.warning.title")}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
};

const useRoadWarnings = ({ trip, lines, vehicle, drivers }: TripView): readonly string[] => {
  const t = useT();
  const words = useTripLabels();
  const day = warsawDay(trip.departAt);
  const left = seatsLeft(trip, lines);
  return [
    ...(left < 0 ? [t("transport.add.tooMany", { count: -left })] : []),
    ...(vehicle ? vehicleWarnings(vehicle, day).map((warning) => words.warning(vehicle.plate, warning)) : []),
    ...drivers.flatMap((driver) =>
      driverWarnings(driver, day).map((warning) => words.warning(nameOf(driver) ?? t("person.unnamed"), warning)),
    ),
  ];
};
