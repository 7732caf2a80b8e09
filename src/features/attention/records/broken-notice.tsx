import { useSyncExternalStore } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { OpenMattersNotice } from "../conflicts/open-matters-notice.tsx";

/** For a lead: records of which something cannot be read want looking after. */
export const BrokenNotice = () => {
  const t = useT();
  const { records } = useLiveContext();
  const count = useSyncExternalStore(records.subscribe, records.openBroken);
  if (count === 0) return null;
  return (
    <OpenMattersNotice title={t("attention.broken.title", { count })} href="/sync" open={t("attention.broken.open")} />
  );
};
