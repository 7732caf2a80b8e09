import { useT } from "../../i18n/use-t.ts";
import { type SyncStatus, useSession } from "../../session/use-session.ts";
import type { IconName } from "../../ui/display/icon-shapes.ts";
import { HeaderStatus } from "../../ui/page/header-status.tsx";

/** The state of sync in words, with the number that only this device has. Leads to the page that lists them. */
export const SyncSummary = () => {
  const t = useT();
  const { state, unsent, refused } = useSession((session) => session.sync);
  return (
    <HeaderStatus icon={iconOf(state, unsent)} href="/sync" calls={refused > 0 || state === "signInNeeded"}>
      {state === "offline" && <span className="app-sync-word">{t("app.sync.offline")} </span>}
      {unsent > 0 && <span className="app-sync-word">{t("app.sync.unsent", { count: unsent })}</span>}
      {refused > 0 && <span className="app-sync-word">{t("app.sync.refused", { count: refused })}</span>}
      {unsent === 0 && state !== "offline" && t(`app.sync.${state}`)}
    </HeaderStatus>
  );
};

const iconOf = (state: SyncStatus["state"], unsent: number): IconName => {
  if (state === "offline") return "offline";
  if (unsent > 0) return "unsent";
  return state === "upToDate" ? "sent" : "sync";
};
