import { nameOf } from "../../domain/names/person-name.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { TripView } from "../../live/transport/trips-view.ts";
import { Facts } from "../../ui/display/facts.tsx";
import { Section } from "../../ui/page/section.tsx";
import { TripStopLine } from "./trip-stop-line.tsx";
import { useTripLabels } from "./use-trip-labels.ts";

/** Stops and times, vehicle and drivers. */
export const TripFacts = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const words = useTripLabels();
  const { number, and } = useFormats();
  const { trip, vehicle, drivers } = view;
  const facts = [
    { label: t("transport.vehicle"), value: vehicle ? words.vehicle(vehicle) : t("transport.noVehicle") },
    { label: t("transport.seats"), value: number(trip.seatsUsable) },
    ...(drivers.length > 0
      ? [{ label: t("transport.drivers"), value: and(drivers.map((driver) => nameOf(driver) ?? t("person.unnamed"))) }]
      : []),
  ];
  return (
    <Section title={t("transport.details")}>
      <TripStopLine view={view} />
      <Facts facts={facts} />
    </Section>
  );
};
