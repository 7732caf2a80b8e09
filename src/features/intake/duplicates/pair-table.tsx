import "./pair-table.css";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Link } from "../../../ui/actions/link.tsx";
import { Icon } from "../../../ui/display/icon.tsx";
import { VisuallyHidden } from "../../../ui/display/visually-hidden.tsx";
import { personHref } from "../addresses.ts";
import { usePairRows } from "./use-pair-rows.ts";

type PairTableProps = { readonly site: string; readonly people: readonly [Person, Person] };

/** Two records side by side; each name leads to its page, and what differs is marked. */
export const PairTable = ({ site, people }: PairTableProps) => {
  const t = useT();
  const words = usePersonLabels();
  const rows = usePairRows(site, people);
  return (
    <table className="intake-pair">
      <thead>
        <tr>
          <td />
          {people.map((person, place) => (
            <th key={person._id} scope="col">
              <Link href={personHref(person._id)} lang={languageOfName(person.familyName ?? person.givenName)}>
                {place + 1}. {words.name(person)}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, said: [one, other], differs }) => (
          <tr key={label} data-differs={differs}>
            <th scope="row">
              {label}
              {differs && (
                <>
                  <Icon name="flag" />
                  <VisuallyHidden>{t("alike.list.differs")}</VisuallyHidden>
                </>
              )}
            </th>
            <td>{one}</td>
            <td>{other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
