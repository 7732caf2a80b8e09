import type { Line } from "../../../domain/model/kinds/line.ts";
import { languageOfName, nameOf } from "../../../domain/names/person-name.ts";
import { passengerStatus } from "../../../domain/transport/passenger-status.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import type { Boarding } from "./use-boarding.ts";

type NoShowSheetProps = { readonly view: TripView; readonly boarding: Boarding; readonly onClose: () => void };

/** Everybody who is not on board; a tap marks that they did not come, another takes it back. */
export const NoShowSheet = ({ view, boarding, onClose }: NoShowSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  const absent = view.lines.filter((line) => absentStates.has(passengerStatus(line, view.scans)));
  const isNoShow = (line: Line) => passengerStatus(line, view.scans) === "no_show";
  const toggle = (line: Line) => void (isNoShow(line) ? boarding.takeBack(line) : boarding.noShow(line));
  return (
    <Sheet open title={t("transport.noShow.open")} onClose={onClose}>
      <Stack>
        <p>{absent.length > 0 ? t("transport.noShow.hint") : t("transport.noShow.none")}</p>
        {absent.length > 0 && (
          <List label={t("transport.noShow.open")}>
            {absent.map((line) => (
              <ListRow
                key={line._id}
                title={words.name(line.passenger)}
                lang={languageOfName(nameOf(line.passenger))}
                detail={isNoShow(line) ? t("transport.sheet.noShow") : words.whoTravels(line.passenger)}
                pressed={isNoShow(line)}
                onPress={() => toggle(line)}
              />
            ))}
          </List>
        )}
      </Stack>
    </Sheet>
  );
};

const absentStates: ReadonlySet<string> = new Set(["booked", "no_show"]);
