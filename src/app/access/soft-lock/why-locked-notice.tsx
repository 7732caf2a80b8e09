import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import type { WhyLocked } from "./why-locked.ts";

/** Why a PIN opens nothing here any more. */
export const WhyLockedNotice = ({ why }: { readonly why: WhyLocked | undefined }) => {
  const t = useT();
  if (why === undefined || why === "pause") return null;
  return <Notice>{t(`app.lock.why.${why === "soft" && wasDiscarded() ? "discarded" : why}`)}</Notice>;
};

/** Chromium says so. */
const wasDiscarded = (): boolean => (document as { readonly wasDiscarded?: boolean }).wasDiscarded === true;
