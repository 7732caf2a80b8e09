import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, latinNameOf } from "../../../domain/names/person-name.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { placeKinds, placeOfPerson } from "../../../live/roster/place-of-person.ts";
import { useLive } from "../../../live/use-live.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { type PeoplePlace, personHref } from "../addresses.ts";
import { NeedBadges } from "./need-badges.tsx";

type MemberListProps = {
  readonly site: string;
  readonly title: string;
  readonly people: readonly Person[];
  readonly place: PeoplePlace;
};

/** People who travel together, each with their bed. */
export const MemberList = ({ site, title, people, place }: MemberListProps) =>
  people.length > 0 && (
    <Section title={title}>
      <List label={title}>
        {people.map((person) => (
          <MemberRow key={person._id} site={site} person={person} place={place} />
        ))}
      </List>
    </Section>
  );

type MemberRowProps = Pick<MemberListProps, "site" | "place"> & { readonly person: Person };

const MemberRow = ({ site, person, place }: MemberRowProps) => {
  const t = useT();
  const words = usePersonLabels();
  const bed = useLive(placeKinds, placeOfPerson, site, person._id)?.bed;
  const about = [words.who(person), bed && t("roster.bed.name", { code: bed.code }), latinNameOf(person)];
  return (
    <ListRow
      brief
      test="person"
      href={personHref(person._id, place)}
      title={words.name(person)}
      lang={languageOfName(person.familyName ?? person.givenName)}
      detail={about.filter(Boolean).join(" · ")}
      badges={
        <>
          <NeedBadges person={person} />
          <DeliveryMark database={siteDatabase(site)} id={person._id} />
        </>
      }
    />
  );
};
