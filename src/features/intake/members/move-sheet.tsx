import { useState } from "react";
import type { MoveMemberError } from "../../../domain/intake/move-member.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { LineSheet } from "../group-lines/line-sheet.tsx";
import { useCorrection } from "../use-correction.ts";
import { ChildrenNamed } from "./children-named.tsx";
import { GroupChooser } from "./group-chooser.tsx";
import type { Party } from "./group-corrections.ts";
import { moveCorrections } from "./move-corrections.ts";
import { useLeftBehind } from "./use-left-behind.ts";

type MoveSheetProps = {
  readonly person: Person;
  readonly group: Group | undefined;
  readonly members: readonly Person[];
  readonly onClose: () => void;
};

/** To which group a person belongs. The bed stays; children who would be left are named first. */
export const MoveSheet = ({ person, group, members, onClose }: MoveSheetProps) => {
  const t = useT();
  const today = useToday();
  const name = usePersonLabels().name(person);
  const [to, setTo] = useState<Party>();
  const [hasTried, setHasTried] = useState(false);
  const alone = useLeftBehind(person.site, person, to?.members);
  const { correct, refusal } = useCorrection<MoveMemberError>(siteDatabase(person.site));
  const save = async () => {
    setHasTried(true);
    if (!to) return;
    const ids = alone.map(({ _id }) => _id);
    const corrections = moveCorrections(person, group && { group, members }, to, {
      left: { alone: ids, named: ids },
      today,
    });
    const said = t("correction.members.moved", { name, group: to.group.label ?? t("intake.noSurname") });
    if (await correct(corrections, said)) onClose();
  };
  return (
    <LineSheet
      title={t("correction.members.moveTitle", { name })}
      startAt="group-search"
      save={t("correction.members.move")}
      onSave={save}
      onClose={onClose}
    >
      {hasTried && !to && <Notice kind="danger">{t("correction.members.chooseGroup")}</Notice>}
      {refusal && <Notice kind="danger">{t("correction.members.notDone")}</Notice>}
      {to && <ChildrenNamed alone={alone} />}
      <GroupChooser site={person.site} except={group?._id} chosen={to?.group._id} onChoose={setTo} />
    </LineSheet>
  );
};
