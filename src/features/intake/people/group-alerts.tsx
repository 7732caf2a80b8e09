import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";

type GroupAlertsProps = { readonly group: Group };

/** What is to be known of a group before anything else: two answers, names that are missing. */
export const GroupAlerts = ({ group }: GroupAlertsProps) => {
  const t = useT();
  return (
    <>
      <FieldConflictCards database={siteDatabase(group.site)} id={group._id} />
      {!group.focalPersonId && (
        <Notice kind="warning" title={t("intake.onlyCounted")}>
          {t("intake.onlyCountedText")}
        </Notice>
      )}
    </>
  );
};
