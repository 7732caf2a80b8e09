import { useT } from "../../i18n/use-t.ts";
import { handedInKind, openReviews } from "../../live/handed-in-view.ts";
import { useLive } from "../../live/use-live.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** For a lead: records wait that their authors could not send themselves. */
export const HandedInNotice = () => {
  const t = useT();
  const count = useLive(handedInKind, openReviews).length;
  if (count === 0) return null;
  return (
    <Notice
      kind="warning"
      title={t("attention.handedIn.count", { count })}
      action={
        <LinkButton href="/sync/read-in" icon="forward">
          {t("attention.handedIn.open")}
        </LinkButton>
      }
    />
  );
};
