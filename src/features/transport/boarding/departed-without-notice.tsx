import { notedBy } from "../../../domain/attention/noted-by.ts";
import { departedWithout } from "../../../domain/transport/left-behind.ts";
import { countPassengers } from "../../../domain/transport/passenger-status.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { useLineNames } from "./parted-notices.tsx";

/** For everybody who sees the trip: without whom the bus left, how the count differed, who let it go and why. */
export const DepartedWithoutNotice = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const { number, time } = useFormats();
  const names = useLineNames();
  const without = departedWithout(view);
  if (!without) return null;
  const { departure, lines, reason } = without;
  const { counted } = departure;
  const { onBoard } = countPassengers(view);
  return (
    <Notice kind={lines.length > 0 ? "danger" : "warning"} title={t("transport.without.title")}>
      {lines.length > 0 && <p>{t("transport.without.parted", { names: names(lines) })}</p>}
      {counted !== undefined && counted !== onBoard && (
        <p>{t("transport.without.counted", { counted: number(counted), onBoard: number(onBoard) })}</p>
      )}
      {reason && <p>{t("transport.without.reason", { reason, who: notedBy(departure), when: time(departure.at) })}</p>}
    </Notice>
  );
};
