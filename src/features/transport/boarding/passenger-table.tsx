import { useContext, useMemo } from "react";
import type { Line } from "../../../domain/model/kinds/line.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../domain/names/person-name.ts";
import { passengerGroups } from "../../../domain/transport/passenger-groups.ts";
import { passengerStatus } from "../../../domain/transport/passenger-status.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { hasSettled, useSession } from "../../../session/use-session.ts";
import type { Column } from "../../../ui/display/table/columns.ts";
import { TableLook } from "../../../ui/display/table/list-or-table.tsx";
import { PassengerBadges } from "./passenger-badges.tsx";

type PassengerTableProps = {
  readonly view: TripView;
  readonly lines: readonly Line[];
  readonly onPress: (line: Line) => void;
};

/** Everybody on the list on a laptop, families together until another order is chosen; a row does what it does at the door. */
export const PassengerTable = ({ view, lines, onPress }: PassengerTableProps) => {
  const Table = useContext(TableLook);
  const t = useT();
  const { number } = useFormats();
  const columns = useColumns(view);
  const rows = useMemo(() => passengerGroups(lines).flatMap((group) => group.lines), [lines]);
  const isHeld = useSession(hasSettled);
  if (!Table) return null;
  return (
    <Table
      label={t("transport.list.title", { number: number(lines.length) })}
      rows={rows}
      table={{
        name: "passengers",
        columns,
        keyOf: ({ _id }) => _id,
        test: "passenger",
        langOf: ({ passenger }) => languageOfName(nameOf(passenger)),
        groupOf: ({ groupId, _id }) => groupId ?? _id,
        isHeld,
        isPressed: (line) => passengerStatus(line, view.scans) === "boarded",
        onPress,
      }}
    />
  );
};

const useColumns = (view: TripView): readonly Column<Line>[] => {
  const t = useT();
  const words = usePersonLabels();
  return [
    {
      key: "name",
      title: t("laptop.columns.name"),
      width: "name",
      cell: ({ passenger }) => words.name(passenger),
      order: ({ passenger }) => nameOf(passenger),
    },
    {
      key: "latin",
      title: t("laptop.columns.latin"),
      from: "middle",
      cell: ({ passenger }) => latinNameOf(passenger),
      order: ({ passenger }) => latinNameOf(passenger),
    },
    {
      key: "who",
      title: t("laptop.columns.who"),
      cell: ({ passenger }) => words.whoTravels(passenger),
      order: ({ passenger }) => words.whoTravels(passenger),
    },
    {
      key: "seat",
      title: t("laptop.columns.seat"),
      width: "short",
      cell: ({ seat, walkIn }) => seat ?? (walkIn && t("transport.list.walkIn")),
      order: ({ seat }) => seat,
    },
    {
      key: "marks",
      title: t("laptop.columns.marks"),
      width: "marks",
      cell: (line) => <PassengerBadges view={view} line={line} status={passengerStatus(line, view.scans)} />,
    },
  ];
};
