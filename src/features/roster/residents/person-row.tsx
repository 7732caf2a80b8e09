import type { ReactNode } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { residentAddress } from "../addresses.ts";

type PersonRowProps = {
  readonly person: Person;
  readonly detail: ReactNode;
  /** Where the line has to begin with the detail. */
  readonly withoutLatin?: boolean;
  readonly badges?: ReactNode;
  readonly end?: ReactNode;
  /** In a list that is looked through. */
  readonly brief?: boolean;
};

/** A row that leads to somebody: the name as told; the Latin one, and where they are, below. */
export const PersonRow = ({ person, detail, withoutLatin = false, badges, end, brief }: PersonRowProps) => {
  const words = usePersonLabels();
  const latin = !withoutLatin && latinNameOf(person);
  return (
    <ListRow
      brief={brief}
      test="person"
      href={residentAddress(person._id)}
      title={words.name(person)}
      lang={languageOfName(nameOf(person))}
      detail={
        <>
          {latin && `${latin} · `}
          {detail}
        </>
      }
      badges={badges}
      end={end}
    />
  );
};
