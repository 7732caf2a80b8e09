import { isChild } from "../../../domain/intake/is-child.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, nameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useToday } from "../../../live/use-today.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { bedForAddress } from "../addresses.ts";
import { NeedBadges } from "../residents/resident-badges.tsx";

type WaitingRowProps = {
  readonly members: readonly Person[];
  /** The bed that was tapped, where one was: it is for the first of them. */
  readonly bedId?: string | undefined;
};

/** A family that waits, or somebody alone; leads to where they are given beds. */
export const WaitingRow = ({ members, bedId }: WaitingRowProps) => {
  const words = usePersonLabels();
  const today = useToday();
  const [first] = members;
  if (!first) return null;
  const children = members.filter((person) => isChild(person, today)).length;
  return (
    <ListRow
      href={bedForAddress(first._id, bedId)}
      brief
      test="waiting"
      title={words.name(first)}
      lang={languageOfName(nameOf(first))}
      detail={members.length > 1 ? words.howMany(members.length, children) : words.who(first)}
      badges={members.map((person) => <NeedBadges key={person._id} person={person} />)}
    />
  );
};
