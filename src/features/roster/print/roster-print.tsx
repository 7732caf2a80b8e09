import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { usePrintFoot } from "../../../forms/use-print-foot.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { PrintButton } from "../../../ui/print/print-button.tsx";
import { PrintBox, type PrintGroup, type PrintRow, PrintSheet } from "../../../ui/print/print-sheet.tsx";
import { useRoomLabels } from "../rooms/use-room-labels.ts";
import { useNotSentYet } from "./use-not-sent-yet.ts";
import { usePaperMarks } from "./use-paper-marks.ts";

type Props = { readonly view: RosterView; readonly waiting: readonly Person[]; readonly place: string };

/** The house on paper, room by room, with whoever has no bed at the end. */
export const PrintRoster = (props: Props) => <PrintButton sheet={() => <RosterSheet {...props} />} />;

const RosterSheet = ({ view, waiting, place }: Props) => {
  const t = useT();
  const words = usePersonLabels();
  const rooms = useRoomLabels();
  const label = useCodeLabel();
  const foot = usePrintFoot();
  const notSent = useNotSentYet();
  const { number } = useFormats();
  const about = (person: Person) => [words.bothNames(person), words.who(person)];
  const marks = usePaperMarks();
  const lying = (bed: string, { person, state }: Resident): PrintRow => ({
    key: person._id,
    cells: [
      bed,
      ...about(person),
      label("stayStatus", state.status === "hospital" ? "leave" : state.status),
      marks(person),
      <PrintBox key="box" />,
    ],
  });
  const groups: PrintGroup[] = view.rooms
    .map(({ room, beds }) => ({
      key: room._id,
      title: [rooms.name(room), rooms.about(room)].filter(Boolean).join(" · "),
      rows: beds.flatMap(({ bed, residents }) => residents.map((resident) => lying(bed.code, resident))),
    }))
    .filter(({ rows }) => rows.length > 0);
  const without: PrintGroup = {
    key: "waiting",
    title: t("roster.print.waiting"),
    rows: waiting.map((person) => ({
      key: person._id,
      cells: ["", ...about(person), "", marks(person), <PrintBox key="box" />],
    })),
  };
  const inside = [...view.residents.values()].filter(({ state }) => state.status === "in").length;
  return (
    <PrintSheet
      title={`${place}: ${t("roster.print.title")}`}
      facts={[
        t("roster.print.count", { people: words.howMany(view.residents.size, 0), inside: number(inside) }),
        ...notSent,
      ]}
      columns={[
        t("roster.print.bed"),
        t("roster.print.name"),
        t("roster.print.who"),
        t("roster.print.status"),
        t("roster.print.marks"),
        t("roster.print.seen"),
      ]}
      groups={waiting.length > 0 ? [...groups, without] : groups}
      foot={foot(place)}
    />
  );
};
