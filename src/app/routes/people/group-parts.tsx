import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { PeoplePlace } from "../../../features/intake/addresses.ts";
import { CountsNotice } from "../../../features/intake/group-lines/counts-notice.tsx";
import { GroupFacts } from "../../../features/intake/group-lines/group-facts.tsx";
import { WithdrawnList } from "../../../features/intake/withdrawal/withdrawn-list.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { WithWords } from "../../start/with-words.tsx";

type GroupPartsProps = {
  readonly site: string;
  readonly group: Group;
  readonly people: readonly Person[];
  readonly place: PeoplePlace;
};

/** The lower half of a group's page: what holds for all of them, and who is not among them any more. */
export const GroupParts = ({ site, group, people, place }: GroupPartsProps) => (
  <WithWords part="later" meanwhile={null}>
    <Stack space="section">
      <CountsNotice group={group} people={people} />
      <GroupFacts group={group} people={people} />
      <WithdrawnList site={site} groupId={group._id} place={place} />
    </Stack>
  </WithWords>
);
