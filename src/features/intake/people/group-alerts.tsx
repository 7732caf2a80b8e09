import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ChildAloneNotice } from "../registration/child-alone-notice.tsx";

type GroupAlertsProps = { readonly group: Group; readonly people: readonly Person[] };

/** What is to be known of a group before anything else: a child alone, two answers, names that are missing. */
export const GroupAlerts = ({ group, people }: GroupAlertsProps) => {
  const t = useT();
  return (
    <>
      {people.some(({ needFlags }) => needFlags?.includes("child_alone")) && <ChildAloneNotice />}
      <FieldConflictCards database={siteDatabase(group.site)} id={group._id} />
      {!group.focalPersonId && (
        <Notice kind="warning" title={t("intake.onlyCounted")}>
          {t("intake.onlyCountedText")}
        </Notice>
      )}
    </>
  );
};
