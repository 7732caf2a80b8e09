import "../transport.css";
import { warsawDay } from "../../../domain/dates/warsaw-time.ts";
import { nameOf } from "../../../domain/names/person-name.ts";
import { seatsLeft } from "../../../domain/transport/booking.ts";
import { driverWarnings, vehicleWarnings } from "../../../domain/transport/road-warnings.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Icon } from "../../../ui/display/icon.tsx";
import { useTripLabels } from "../use-trip-labels.ts";

/** What speaks against the vehicle, a driver or the list on the day of the trip: the first in words, the others unfold. Nothing where all is well. */
export const RoadWarnings = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const { number } = useFormats();
  const [first, ...others] = useRoadWarnings(view);
  if (first === undefined) return null;
  const line = (
    <>
      <Icon name="warning" />
      <span>{first}</span>
    </>
  );
  if (others.length === 0) return <p className="transport-warnings">{line}</p>;
  return (
    <details className="transport-warnings">
      <summary>
        {line}
        {t("ui.later", { number: number(others.length) })}
        <Icon name="down" />
      </summary>
      <ul>
        {others.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
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
