import type { CodeOf } from "../../../domain/model/codes.ts";
import type { Line } from "../../../domain/model/kinds/line.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../domain/names/person-name.ts";
import { isChildStop, isOffList, type PassengerStatus, passengerStatus } from "../../../domain/transport/boarding.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Badge, type BadgeTone } from "../../../ui/display/badge.tsx";
import type { IconName } from "../../../ui/display/icon-shapes.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { latestScan } from "./latest-scan.ts";

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

type PassengerBadgesProps = { readonly view: TripView; readonly line: Line; readonly status: PassengerStatus };

const PassengerBadges = ({ view, line, status }: PassengerBadgesProps) => {
  const t = useT();
  const label = useCodeLabel();
  const latest = latestScan(line, view.scans);
  const look = statusLooks[status];
  return (
    <>
      {isChildStop(line) && (
        <Badge icon="alarm" tone="danger">
          {t("transport.list.childStop")}
        </Badge>
      )}
      {status === "boarded" && isOffList(line) && (
        <Badge icon="alarm" tone="danger">
          {t("transport.list.offList")}
        </Badge>
      )}
      {look && (
        <Badge icon={look.icon} tone={look.tone}>
          {label("paxStatus", status)}
        </Badge>
      )}
      {(line.needs ?? []).map((need) => (
        <Badge key={need} icon={needIcons[need]}>
          {label("tripNeed", need)}
        </Badge>
      ))}
      {latest && view.database && <DeliveryMark database={view.database} id={latest._id} />}
    </>
  );
};

const statusLooks: Readonly<Partial<Record<PassengerStatus, { readonly icon: IconName; readonly tone: BadgeTone }>>> = {
  no_show: { icon: "close", tone: "warning" },
  alighted: { icon: "leave", tone: "plain" },
  cancelled: { icon: "close", tone: "plain" },
};

const needIcons: Readonly<Record<CodeOf<"tripNeed">, IconName>> = {
  wheelchair: "wheelchair",
  lift: "wheelchair",
  child_seat_0_3: "child",
  child_seat_3_7: "child",
  child_seat_7_12: "child",
  escort: "people",
  motion: "info",
};
