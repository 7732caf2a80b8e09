import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { NumbersSection } from "../../../features/cards/numbers-section.tsx";
import type { PeoplePlace } from "../../../features/intake/addresses.ts";
import { CountsNotice } from "../../../features/intake/group-lines/counts-notice.tsx";
import { GroupFacts } from "../../../features/intake/group-lines/group-facts.tsx";
import { GroupActs } from "../../../features/intake/members/group-acts.tsx";
import { LinkedGroups } from "../../../features/intake/members/linked-groups.tsx";
import { WithdrawnList } from "../../../features/intake/withdrawal/withdrawn-list.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { WithWords } from "../../start/with-words.tsx";

type GroupPartsProps = {
  readonly site: string;
  readonly group: Group;
  readonly people: readonly Person[];
  readonly place: PeoplePlace;
};

/** The lower half of a group's page: what holds for all of them, and who is not among them any more. */
export const GroupParts = (props: GroupPartsProps) => (
  <WithWords part="later" meanwhile={null}>
    <Parts {...props} />
  </WithWords>
);

const Parts = ({ site, group, people, place }: GroupPartsProps) => {
  const t = useT();
  const { mayChange } = useRights();
  return (
    <Stack space="section">
      {group.voided && people.length === 0 && <Notice kind="warning" title={t("correction.members.goneInto")} />}
      <NumbersSection holder={group} mayChange={!group.voided && mayChange(siteDatabase(site), group, "cards")} />
      <GroupActs group={group} members={people} place={place} />
      {!group.voided && <CountsNotice group={group} people={people} />}
      <GroupFacts group={group} people={people} />
      <LinkedGroups group={group} place={place} />
      <WithdrawnList site={site} groupId={group._id} place={place} />
    </Stack>
  );
};
