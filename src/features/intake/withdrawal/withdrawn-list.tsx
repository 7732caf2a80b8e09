import { languageOfName } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { withdrawnIn } from "../../../live/intake/withdrawals.ts";
import { useLive } from "../../../live/use-live.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { type PeoplePlace, personHref } from "../addresses.ts";
import { useWithdrawalSaid } from "./use-withdrawal-said.ts";

type WithdrawnListProps = { readonly site: string; readonly groupId: string; readonly place: PeoplePlace };

/** Those of a group whose registration was taken back, each with the reason: not among the members, and not gone either. */
export const WithdrawnList = ({ site, groupId, place }: WithdrawnListProps) => {
  const t = useT();
  const words = usePersonLabels();
  const said = useWithdrawalSaid();
  const people = useLive(withdrawnIn, site, groupId);
  if (people.length === 0) return null;
  return (
    <Section title={t("intake.withdrawn")}>
      <List label={t("intake.withdrawn")}>
        {people.map((person) => (
          <ListRow
            key={person._id}
            test="withdrawn"
            href={personHref(person._id, place)}
            title={words.name(person)}
            lang={languageOfName(person.familyName ?? person.givenName)}
            detail={[words.who(person), said(person)].join(" · ")}
          />
        ))}
      </List>
    </Section>
  );
};
