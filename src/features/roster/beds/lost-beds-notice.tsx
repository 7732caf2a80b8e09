import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { bedById } from "./bed-by-id.ts";
import { lostBeds } from "./bed-now.ts";
import type { BedChoice } from "./use-bed-choice.ts";

/** Says that a bed that was tapped cannot be had any more: what is proposed instead is another one. */
export const LostBedsNotice = ({ choice: { view, wishes, beds } }: { readonly choice: BedChoice }) => {
  const t = useT();
  return [...new Set(lostBeds(view, wishes.bedIds))].map((bedId) => {
    const code = bedById(view, bedId)?.code;
    return (
      <Notice
        key={bedId}
        kind="warning"
        title={code ? t("roster.give.bedLost", { code }) : t("roster.give.unknownBedLost")}
      >
        {beds.placements.length > 0 && t("roster.give.bedLostText")}
      </Notice>
    );
  });
};
