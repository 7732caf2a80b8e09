import type { ReactNode } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, latinNameOf } from "../../../domain/names/person-name.ts";
import type { StayState } from "../../../domain/roster/stay-state.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { type PlaceInGroup, placesInGroup } from "../../../live/roster/places-in-group.ts";
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
  /** How the roster shows where somebody is. */
  readonly mark: (state: StayState) => ReactNode;
};

/** People who travel together, each with their bed, or that they lack one that others have, and whether they are in the house. */
export const MemberList = ({ site, title, people, place, mark }: MemberListProps) => {
  const places = useLive(placesInGroup, site, people, useLiveContext().databases);
  return (
    people.length > 0 && (
      <Section title={title}>
        <List label={title}>
          {people.map((person) => (
            <MemberRow key={person._id} {...{ site, person, place, mark }} {...places.get(person._id)} />
          ))}
        </List>
      </Section>
    )
  );
};

type MemberRowProps = Pick<MemberListProps, "site" | "place" | "mark"> &
  Partial<PlaceInGroup> & { readonly person: Person };

const MemberRow = ({ site, person, place, mark, stay, lacksBed }: MemberRowProps) => {
  const t = useT();
  const words = usePersonLabels();
  const bed = stay?.bed ? t("person.bed.name", { code: stay.bed.code }) : lacksBed && t("person.bed.none");
  const about = [words.who(person), bed, latinNameOf(person)];
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
          {stay && mark(stay.state)}
          <NeedBadges person={person} isBrief />
          <DeliveryMark database={siteDatabase(site)} id={person._id} />
        </>
      }
    />
  );
};
