import { useState } from "react";
import { joinInto, takeOver } from "../../../domain/intake/join-groups.ts";
import type { MoveMemberError } from "../../../domain/intake/move-member.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { groupHref, type PeoplePlace } from "../addresses.ts";
import { LineSheet } from "../group-lines/line-sheet.tsx";
import { useCorrection } from "../use-correction.ts";
import { GroupChooser } from "./group-chooser.tsx";
import type { Party } from "./group-corrections.ts";
import { moveCorrections } from "./move-corrections.ts";

type JoinSheetProps = Party & { readonly place: PeoplePlace; readonly onClose: () => void };

/** Two groups are one: all of this one go into the other, and this one leaves the lists. Beds stay. */
export const JoinSheet = ({ group, members, place, onClose }: JoinSheetProps) => {
  const t = useT();
  const today = useToday();
  const { replace } = useNavigation();
  const [to, setTo] = useState<Party>();
  const [hasTried, setHasTried] = useState(false);
  const { correct, refusal } = useCorrection<MoveMemberError>(siteDatabase(group.site));
  const save = async () => {
    setHasTried(true);
    if (!to) return;
    const nobody = { alone: [], named: [] };
    const corrections = [
      { id: to.group._id, command: (current: Group) => takeOver(current, group) },
      ...moveCorrections(members, undefined, to, { left: nobody, today }),
      { id: group._id, command: (current: Group) => joinInto(current, to.group._id) },
    ];
    const said = t("correction.members.joined", { group: to.group.label ?? t("intake.noSurname") });
    if (!(await correct(corrections, said))) return;
    onClose();
    replace(groupHref(to.group._id, place));
  };
  return (
    <LineSheet
      title={t("correction.members.joinTitle")}
      startAt="group-search"
      save={t("correction.members.join")}
      onSave={save}
      onClose={onClose}
    >
      {hasTried && !to && <Notice kind="danger">{t("correction.members.chooseGroup")}</Notice>}
      {refusal && <Notice kind="danger">{t("correction.members.notDone")}</Notice>}
      <p>{t("correction.members.joinText")}</p>
      <GroupChooser site={group.site} except={group._id} chosen={to?.group._id} onChoose={setTo} />
    </LineSheet>
  );
};
