import { isChild } from "../../../domain/intake/is-child.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { groupHref, type PeoplePlace } from "../addresses.ts";

type WayToGroupProps = {
  readonly group: Group;
  readonly members: readonly Person[];
  readonly place: PeoplePlace;
};

/** From a person to those they came with. */
export const WayToGroup = ({ group, members, place }: WayToGroupProps) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const children = members.filter((member) => isChild(member, today)).length;
  return (
    <ListRow
      brief
      test="way-to-group"
      icon="people"
      href={groupHref(group._id, place)}
      title={group.label ?? t("intake.noSurname")}
      lang={languageOfName(group.label)}
      detail={`${t("intake.group")} · ${words.howMany(members.length, children)}`}
    />
  );
};
