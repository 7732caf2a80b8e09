import { totalOf } from "../../domain/attention/unsent-work.ts";
import { useWorkInWords } from "../../forms/use-work-in-words.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { type SyncStatus, useSession } from "../../session/use-session.ts";
import type { IconName } from "../../ui/display/icon-shapes.ts";
import { HeaderStatus, type HeaderStatusProps } from "../../ui/page/header-status.tsx";

/** The state of sync, with the number that only this device has. Leads to the page that lists them. */
export const SyncSummary = () => {
  const t = useT();
  const { dayAndTime, number } = useFormats();
  const { state, unsent, work, refused, progress } = useSession((session) => session.sync);
  const { clockSkew, isFull, isSaving } = useSession((session) => session.phone);
  const inWords = useWorkInWords();
  const phone = Date.now();
  const isStuck = isFull || refused > 0 || state === "signInNeeded";
  return (
    <HeaderStatus
      icon={isStuck || clockSkew !== 0 ? "warning" : iconOf(state, unsent)}
      count={totalOf(work)}
      href="/sync"
      tone={toneOf(isStuck, clockSkew !== 0 || state === "offline" || isSaving)}
    >
      {isSaving && <span>{t("shell.phone.saving")} </span>}
      {isFull && <span>{t("shell.phone.full")} </span>}
      {clockSkew !== 0 && (
        <span>{t("shell.phone.clock", { phone: dayAndTime(phone), server: dayAndTime(phone - clockSkew) })} </span>
      )}
      {state === "offline" && <span>{t("shell.sync.offline")} </span>}
      {unsent > 0 && <span>{t("shell.sync.unsent", { work: inWords(work) })} </span>}
      {refused > 0 && <span>{t("shell.sync.refused", { count: refused })} </span>}
      {unsent === 0 && state !== "offline" && t(`shell.sync.${state}`)}
      {state === "firstSync" && progress && ` ${number(progress.done)} / ${number(progress.total)}`}
    </HeaderStatus>
  );
};

const iconOf = (state: SyncStatus["state"], unsent: number): IconName => {
  if (state === "offline") return "offline";
  if (unsent > 0) return "unsent";
  return state === "upToDate" ? "sent" : "sync";
};

/** Red where nothing gets better until something is done about it. */
const toneOf = (isStuck: boolean, waits: boolean): HeaderStatusProps["tone"] => {
  if (isStuck) return "refused";
  return waits ? "waits" : "calm";
};
