import { passengerStatus } from "../../../domain/transport/passenger-status.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripOfPeople } from "../../../live/transport/trips-of-people.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";

type TripsKeptProps = {
  readonly trips: readonly TripOfPeople[];
  readonly isKnown: boolean;
  readonly error: string | undefined;
  readonly onKnown: (isKnown: boolean) => void;
};

/** Names the trips on whose lists a person stays, whatever becomes of the registration; nothing where there are none. */
export const TripsKept = ({ trips, isKnown, error, onKnown }: TripsKeptProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  if (trips.length === 0) return null;
  return (
    <>
      {trips.map(({ view, lines }) => {
        const isAboard = lines.some((line) => passengerStatus(line, view.scans) === "boarded");
        const said = { trip: view.trip.tripNo, when: dayAndTime(view.trip.departAt) };
        return (
          <Notice key={view.trip._id} kind={isAboard ? "danger" : "warning"}>
            {t(isAboard ? "correction.withdraw.aboard" : "correction.withdraw.booked", said)}
          </Notice>
        );
      })}
      <CheckChips
        id="withdraw-trip"
        label={t("correction.withdraw.tripAsks")}
        error={error}
        columns={1}
        options={[{ value: "told", label: t("correction.withdraw.tripTold") }]}
        values={isKnown ? ["told"] : []}
        onChange={(values) => onKnown(values.length > 0)}
      />
    </>
  );
};
