import type { Line } from "../../../domain/model/kinds/line.ts";
import type { PartedAtDeparture } from "../../../domain/transport/left-behind.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";

/** Names all passengers who would be parted from their people if the bus left now, children first. */
export const PartedNotices = ({ parted }: { readonly parted: PartedAtDeparture }) => {
  const t = useT();
  const names = useLineNames();
  const { childrenStaying, childrenAboardAlone, notAboard } = parted;
  return (
    <>
      {childrenStaying.length > 0 && (
        <Notice kind="danger">{t("transport.depart.childrenStay", { names: names(childrenStaying) })}</Notice>
      )}
      {childrenAboardAlone.length > 0 && (
        <Notice kind="danger">{t("transport.depart.alone", { names: names(childrenAboardAlone) })}</Notice>
      )}
      {notAboard.length > 0 && (
        <Notice kind="warning">{t("transport.depart.stillWaiting", { names: names(notAboard) })}</Notice>
      )}
    </>
  );
};

/** Names of passengers in one sentence, children with their age. */
export const useLineNames = () => {
  const { and } = useFormats();
  const words = usePersonLabels();
  return (lines: readonly Line[]): string =>
    and(
      lines.map(({ passenger }) =>
        passenger.child ? `${words.name(passenger)} (${words.whoTravels(passenger)})` : words.name(passenger),
      ),
    );
};
