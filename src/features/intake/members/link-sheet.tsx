import { useState } from "react";
import { type JoinError, linkGroup } from "../../../domain/intake/join-groups.ts";
import { type CodeOf, codes } from "../../../domain/model/codes.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { LineSheet } from "../group-lines/line-sheet.tsx";
import { useCorrection } from "../use-correction.ts";
import { GroupChooser } from "./group-chooser.tsx";
import type { Party } from "./group-corrections.ts";

type LinkSheetProps = { readonly group: Group; readonly onClose: () => void };

/** Two groups belong together and stay two: each of them says so. */
export const LinkSheet = ({ group, onClose }: LinkSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const [to, setTo] = useState<Party>();
  const [hasTried, setHasTried] = useState(false);
  const [reason, setReason] = useState<CodeOf<"linkReason">>("same_family_other_bus");
  const { correct, refusal } = useCorrection<JoinError>(siteDatabase(group.site));
  const save = async () => {
    setHasTried(true);
    if (!to) return;
    const pair = [
      [group._id, to.group._id],
      [to.group._id, group._id],
    ] as const;
    const corrections = pair.map(([id, other]) => ({
      id,
      command: (current: Group) => linkGroup(current, other, reason),
    }));
    const said = t("correction.members.linked", { group: to.group.label ?? t("intake.noSurname") });
    if (await correct(corrections, said)) onClose();
  };
  return (
    <LineSheet
      title={t("correction.members.linkTitle")}
      startAt="group-search"
      save={t("correction.members.link")}
      onSave={save}
      onClose={onClose}
    >
      {hasTried && !to && <Notice kind="danger">{t("correction.members.chooseGroup")}</Notice>}
      {refusal && <Notice kind="danger">{t("correction.members.notDone")}</Notice>}
      <GroupChooser site={group.site} except={group._id} chosen={to?.group._id} onChoose={setTo} />
      <ChoiceChips
        id="link-reason"
        label={t("correction.withdraw.reason")}
        columns={1}
        options={codes.linkReason.map((value) => ({ value, label: label("linkReason", value) }))}
        value={reason}
        onChange={setReason}
      />
    </LineSheet>
  );
};
