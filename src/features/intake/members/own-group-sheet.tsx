import { type MoveMemberError, ownGroup } from "../../../domain/intake/move-member.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useCorrection } from "../use-correction.ts";
import { ChildrenNamed } from "./children-named.tsx";
import { moveCorrections } from "./move-corrections.ts";
import { useLeftBehind } from "./use-left-behind.ts";

type OwnGroupSheetProps = {
  readonly person: Person;
  readonly group: Group;
  readonly members: readonly Person[];
  readonly onClose: () => void;
};

const nobody: readonly Person[] = [];

/** A person who does not belong to the group gets one of their own. */
export const OwnGroupSheet = ({ person, group, members, onClose }: OwnGroupSheetProps) => {
  const t = useT();
  const today = useToday();
  const { newId, author } = useLiveContext();
  const name = usePersonLabels().name(person);
  const alone = useLeftBehind(person.site, person, nobody);
  const { correct, refusal } = useCorrection<MoveMemberError>(siteDatabase(person.site));
  const save = async () => {
    const made = ownGroup(person, group, newId("group"), { at: author().at, today });
    const own = { _id: made.id, ...made.content } as unknown as Group;
    const ids = alone.map(({ _id }) => _id);
    const to = { group: { ...own, counts: undefined } as unknown as Group, members: nobody };
    const moved = moveCorrections(person, { group, members }, to, { left: { alone: ids, named: ids }, today });
    if (await correct([{ add: made }, ...moved], t("correction.members.isOwn", { name }))) onClose();
  };
  return (
    <Sheet
      open
      title={t("correction.members.ownTitle", { name })}
      onClose={onClose}
      actions={
        <Button look="primary" wide icon="check" onPress={() => void save()}>
          {t("correction.members.own")}
        </Button>
      }
    >
      <Stack>
        {refusal && <Notice kind="danger">{t("correction.members.notDone")}</Notice>}
        <ChildrenNamed alone={alone} />
        <p>{t("correction.members.ownText")}</p>
      </Stack>
    </Sheet>
  );
};
