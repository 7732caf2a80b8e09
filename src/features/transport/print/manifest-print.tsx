import type { Line } from "../../../domain/model/kinds/line.ts";
import { nameOf } from "../../../domain/names/person-name.ts";
import { isChildStop } from "../../../domain/transport/child-stop.ts";
import { passengerGroups } from "../../../domain/transport/passenger-groups.ts";
import { passengerStatus } from "../../../domain/transport/passenger-status.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { usePrintFoot } from "../../../forms/use-print-foot.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { PrintButton } from "../../../ui/print/print-button.tsx";
import { PrintBox, PrintSheet } from "../../../ui/print/print-sheet.tsx";
import { bookedLines } from "../passengers/booked-lines.ts";
import { useTripLabels } from "../use-trip-labels.ts";

/** The passengers on paper, families together, with boxes for the door and lines for passengers who are not on the list. */
export const PrintManifest = (props: PrintManifestProps) => <PrintButton sheet={() => <ManifestSheet {...props} />} />;

type PrintManifestProps = {
  readonly view: TripView;
  /** Children whom the site stops since they were booked: paper says so to the driver. */
  readonly stopped: readonly Line[];
};

const ManifestSheet = ({ view, stopped }: PrintManifestProps) => {
  const t = useT();
  const words = usePersonLabels();
  const trips = useTripLabels();
  const label = useCodeLabel();
  const foot = usePrintFoot();
  const { and, dayAndTime, number } = useFormats();
  const { trip, vehicle, drivers, scans } = view;
  const lines = passengerGroups(bookedLines(view)).flatMap((group) => group.lines);
  const stops = trip.stops.map(({ place }) => place);
  const stopOf = (from = 0, to = stops.length - 1) => [stops[from], stops[to]].filter(Boolean).join(" → ");
  // From the first place to the last all travel alike: it stands in the title.
  const hasStops = stops.length > 2;
  const plate = vehicle ? trips.vehicle(vehicle) : t("transport.noVehicle");
  const names = and(drivers.map((driver) => nameOf(driver) ?? t("person.unnamed")));
  return (
    <PrintSheet
      title={`${t("transport.print.title")}: ${trips.route(trip)}`}
      facts={[
        t("transport.print.departs", { at: dayAndTime(trip.departAt), count: number(lines.length) }),
        drivers.length > 0 ? t("transport.print.vehicle", { vehicle: plate, drivers: names }) : plate,
        ...(trip.coordinatorPhone ? [t("transport.print.phone", { phone: trip.coordinatorPhone })] : []),
      ]}
      columns={[
        t("transport.print.place"),
        t("transport.print.name"),
        t("transport.print.who"),
        t("transport.print.seat"),
        ...(hasStops ? [t("transport.print.stop")] : []),
        t("transport.print.marks"),
        t("transport.print.board"),
        t("transport.print.alight"),
      ]}
      groups={[
        {
          key: "passengers",
          rows: lines.map((line, place) => {
            const { passenger, seat, boardStop, alightStop, needs = [] } = line;
            const isAboard = passengerStatus(line, scans) === "boarded";
            const isStopped = isChildStop(line) || stopped.some(({ _id }) => _id === line._id);
            const marks = needs.map((need) => label("tripNeed", need));
            return {
              key: line._id,
              cells: [
                number(place + 1),
                words.bothNames(passenger),
                words.whoTravels(passenger),
                seat === undefined ? "" : number(seat),
                ...(hasStops ? [stopOf(boardStop, alightStop)] : []),
                [...(isStopped ? [t("transport.print.ask")] : []), ...marks].join(", "),
                isAboard ? "✓" : <PrintBox key="in" />,
                <PrintBox key="out" />,
              ],
            };
          }),
        },
      ]}
      blanks={6}
      foot={foot(trips.route(trip))}
    />
  );
};
