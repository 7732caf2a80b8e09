import { useState } from "react";
import type { MoveMemberError } from "../../../domain/intake/move-member.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { useT } from "../../../i18n/use-t.ts";
import { withdrawnIn } from "../../../live/intake/withdrawals.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { groupHref, type PeoplePlace } from "../addresses.ts";
import { LineSheet } from "../group-lines/line-sheet.tsx";
import { useCorrection } from "../use-correction.ts";
import { GroupChooser } from "./group-chooser.tsx";
import type { Party } from "./group-corrections.ts";
import { joinCorrections } from "./join-corrections.ts";

type JoinSheetProps = Party & { readonly place: PeoplePlace; readonly onClose: () => void };

/** Two groups are one: all of this one go into the other, and this one leaves the lists. Beds stay. */
export const JoinSheet = ({ group, members, place, onClose }: JoinSheetProps) => {
  const t = useT();
  const today = useToday();
  const { replace } = useNavigation();
  const withdrawn = useLive(withdrawnIn, group.site, group._id);
  const [to, setTo] = useState<Party>();
  const [hasTried, setHasTried] = useState(false);
  const { correct, refusal } = useCorrection<MoveMemberError>(siteDatabase(group.site));
  const save = async () => {
    setHasTried(true);
    if (!to) return;
    const corrections = joinCorrections({ group, members }, withdrawn, to, today);
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
