import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { Badge } from "../../../ui/display/badge.tsx";

/** What is still to be done for a group. */
export const GroupBadges = ({ site, group }: { readonly site: string; readonly group: Group }) => {
  const t = useT();
  return (
    <>
      {!group.focalPersonId && <Badge icon="edit">{t("intake.onlyCounted")}</Badge>}
      <DeliveryMark database={siteDatabase(site)} id={group._id} />
    </>
  );
};
