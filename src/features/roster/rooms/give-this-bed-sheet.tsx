import { useT } from "../../../i18n/use-t.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { List } from "../../../ui/display/list.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { bedById } from "../beds/bed-by-id.ts";
import { bedNow } from "../beds/bed-now.ts";
import { useHeldGroups } from "../waiting/use-held-groups.tsx";
import { useWaiting } from "../waiting/use-waiting.ts";
import { keyOfGroup } from "../waiting/waiting-groups.ts";
import { WaitingRow } from "../waiting/waiting-row.tsx";

type GiveThisBedSheetProps = {
  readonly site: string;
  readonly view: RosterView;
  /** Which: it is looked up, for it may be taken while the sheet is open. Closed without. */
  readonly bedId: string | undefined;
  readonly onClose: () => void;
};

/** To whom of those who wait a free bed is given: leads to the family's beds, with this one for the first of them. Nothing is saved yet. */
export const GiveThisBedSheet = ({ site, view, bedId, onClose }: GiveThisBedSheetProps) => {
  const t = useT();
  const code = bedById(view, bedId)?.code;
  const now = bedNow(view, bedId);
  const title =
    now === "free" ? t("roster.beds.giveTo", { code }) : code ? t("person.bed.name", { code }) : t("roster.give.title");
  return (
    <Sheet open={bedId !== undefined} title={title} onClose={onClose}>
      {now !== "free" && (
        <Notice kind="warning">{now === "taken" ? t("roster.beds.justTaken") : t("roster.beds.outOfUse")}</Notice>
      )}
      {now === "free" && bedId && <ToWhom site={site} bedId={bedId} label={title} />}
    </Sheet>
  );
};

type ToWhomProps = {
  readonly site: string;
  readonly bedId: string;
  readonly label: string;
};

/** Held from when the sheet is opened: mounted with it. */
const ToWhom = ({ site, bedId, label }: ToWhomProps) => {
  const t = useT();
  const { groups, laterOnes } = useHeldGroups(useWaiting(site));
  if (groups.length === 0) return <p>{t("roster.waiting.none")}</p>;
  return (
    <>
      <List label={label}>
        {groups.map((members) => (
          <WaitingRow key={keyOfGroup(members)} members={members} bedId={bedId} />
        ))}
      </List>
      {laterOnes}
    </>
  );
};
