import { useT } from "../../../i18n/use-t.ts";
import { allKinds, openBrokenRecords } from "../../../live/attention/unsent-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { OpenMattersNotice } from "../conflicts/open-matters-notice.tsx";

/** For a lead: records of which something cannot be read want looking after. */
export const BrokenNotice = () => {
  const t = useT();
  const count = useLive(allKinds, openBrokenRecords).length;
  if (count === 0) return null;
  return (
    <OpenMattersNotice title={t("attention.broken.title", { count })} href="/sync" open={t("attention.broken.open")} />
  );
};
