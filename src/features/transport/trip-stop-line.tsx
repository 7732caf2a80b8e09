import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { TripView } from "../../live/transport/trips-view.ts";
import { TripLine } from "../../ui/pictures/trip-line.tsx";
import { isAnotherDay, type TripStop, tripStops } from "./trip-stops.ts";

/** A trip as a line of its stops: when the bus is due, where it stands, when it left and arrived. */
export const TripStopLine = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const label = useCodeLabel();
  const { time, dayAndTime } = useFormats();
  const hour = (moment: string) => (isAnotherDay(moment, view.trip.departAt) ? dayAndTime(moment) : time(moment));
  const noteOf = ({ done, state }: TripStop) => {
    if (done) return t(`transport.line.${done.what}`, { time: hour(done.at) });
    return state === "here" ? label("tripStatus", "boarding") : undefined;
  };
  return (
    <TripLine
      label={t("transport.stops")}
      stops={tripStops(view).map((stop, number) => ({
        key: `${number} ${stop.place}`,
        place: stop.place,
        state: stop.state,
        time: stop.due && (number === 0 ? dayAndTime(stop.due) : hour(stop.due)),
        note: noteOf(stop),
      }))}
    />
  );
};
