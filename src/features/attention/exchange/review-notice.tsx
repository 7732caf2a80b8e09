import { useT } from "../../../i18n/use-t.ts";
import { handedInKind, openReviews } from "../../../live/attention/open-reviews.ts";
import { useLive } from "../../../live/use-live.ts";
import { ToSettleNotice } from "../conflicts/open-matters-notice.tsx";

/** For a lead: records wait that their authors could not send themselves. */
export const HandedInNotice = () => {
  const t = useT();
  const count = useLive(handedInKind, openReviews).length;
  if (count === 0) return null;
  return (
    <ToSettleNotice
      title={t("attention.handedIn.count", { count })}
      href="/sync/read-in"
      open={t("attention.handedIn.open")}
    />
  );
};
