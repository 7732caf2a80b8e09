import { useMemo } from "react";
import type { Trip } from "../../domain/model/kinds/trip.ts";
import type { Vehicle } from "../../domain/model/kinds/vehicle.ts";
import type { RoadWarning } from "../../domain/transport/road-warnings.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";

export type TripLabels = {
  /** “Medyka → Wrocław” */
  readonly route: (trip: Trip) => string;
  /** “RZ 12345 · coach” */
  readonly vehicle: (vehicle: Vehicle) => string;
  /** `name` is the plate or the driver. */
  readonly warning: (name: string, warning: RoadWarning) => string;
};

/** How trips are spoken of. */
export const useTripLabels = (): TripLabels => {
  const t = useT();
  const label = useCodeLabel();
  const { day } = useFormats();
  return useMemo(
    () => ({
      route: ({ stops, tripNo }) => {
        const [from, to] = [stops[0]?.place, stops.at(-1)?.place];
        return from && to ? t("transport.route", { from, to }) : tripNo;
      },
      vehicle: ({ plate, type, make, colour }) =>
        [plate, label("vehicleKind", type), make, colour].filter(Boolean).join(" · "),
      warning: (name, warning) => {
        if ("on" in warning) return t(`transport.warning.${warning.type}`, { name, on: day(warning.on) });
        if (warning.type === "NoRegisterCheck") return t("transport.warning.NoRegisterCheck", { name });
        return t("transport.warning.DriverNotApproved", { name, status: label("driverStatus", warning.status) });
      },
    }),
    [t, label, day],
  );
};
