import { useT } from "../../../i18n/use-t.ts";
import { openReviews, reviewItemKinds } from "../../../live/attention/open-reviews.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useLive } from "../../../live/use-live.ts";
import { OpenMattersNotice } from "../conflicts/open-matters-notice.tsx";

/** For a lead: records wait that their authors could not send themselves. */
export const ReviewNotice = () => {
  const t = useT();
  const count = useLive(reviewItemKinds, openReviews, useLiveContext().roles).length;
  if (count === 0) return null;
  return (
    <OpenMattersNotice
      title={t("attention.handedIn.count", { count })}
      href="/sync/read-in"
      open={t("attention.handedIn.open")}
    />
  );
};
