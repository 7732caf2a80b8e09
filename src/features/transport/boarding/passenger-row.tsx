import type { Line } from "../../../domain/model/kinds/line.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../domain/names/person-name.ts";
import { passengerStatus } from "../../../domain/transport/passenger-status.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { PassengerBadges } from "./passenger-badges.tsx";

type PassengerRowProps = { readonly view: TripView; readonly line: Line; readonly onPress: () => void };

/** One passenger as a driver calls the name out: as told, in Latin letters, who it is, where they sit, what they need. */
export const PassengerRow = ({ view, line, onPress }: PassengerRowProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { passenger, seat, walkIn } = line;
  const latin = latinNameOf(passenger);
  const status = passengerStatus(line, view.scans);
  const about = [
    latin,
    words.whoTravels(passenger),
    seat && t("transport.list.seat", { seat }),
    walkIn && t("transport.list.walkIn"),
  ].filter(Boolean);
  return (
    <ListRow
      brief
      test="passenger"
      title={words.name(passenger)}
      lang={languageOfName(nameOf(passenger))}
      detail={about.join(" · ")}
      badges={<PassengerBadges view={view} line={line} status={status} />}
      pressed={status === "boarded"}
      onPress={onPress}
    />
  );
};
