import { useT } from "../../i18n/use-t.ts";
import { rosterCounts } from "../../live/roster/roster-counts.ts";
import type { RosterView } from "../../live/roster/roster-view.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { BigCount } from "../../ui/display/big-count.tsx";
import { Row } from "../../ui/page/row.tsx";

export const RosterNumbers = ({ site, view }: { readonly site: string; readonly view: RosterView }) => {
  const t = useT();
  const { inside, childrenInside, away, inHospital } = useLive(rosterCounts, site, useToday());
  return (
    <Row even>
      <BigCount value={inside} label={t("roster.count.inside")} test="count-inside" />
      <BigCount value={view.bedsFree} label={t("roster.count.free")} test="count-free" />
      <BigCount value={childrenInside} label={t("roster.count.children")} test="count-children" />
      <BigCount
        value={away}
        label={t("roster.count.away")}
        test="count-away"
        detail={inHospital > 0 && t("roster.count.hospital", { count: inHospital })}
      />
    </Row>
  );
};
