import { memo, useMemo, useState } from "react";
import { isWithdrawn } from "../../../domain/intake/withdrawal.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { languageOfName, latinNameOf } from "../../../domain/names/person-name.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { usePersonFacts } from "../../../forms/use-person-facts.ts";
import { useSiteName } from "../../../forms/use-site-name.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useWordsLoaded } from "../../../i18n/use-words-loaded.ts";
import { useFoundPeople } from "../../../live/finding/use-found-people.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Badge } from "../../../ui/display/badge.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { personHref } from "../addresses.ts";

/** What fits a screen and does not make a slow phone stutter at every key; more on request. */
const [fewest, most] = [8, 100];

export type FoundPeopleProps = {
  /** Where somebody works now, and before it all the sites that are searched. */
  readonly site: string;
  readonly sites: readonly string[];
  readonly chooseSite: (site: string) => void;
  readonly query: string;
};

/**
 * People whom the text may mean: a name in any script and spelling, a registration or telephone number, a bed. Searching takes a few milliseconds, so it is
 * done at every key, without deferring.
 */
export const FoundPeople = (props: FoundPeopleProps) => (useWordsLoaded("later") ? <FoundList {...props} /> : null);

const FoundList = ({ site, sites, chooseSite, query }: FoundPeopleProps) => {
  const t = useT();
  const [allOf, setAllOf] = useState<string>();
  const mostShown = allOf === query ? most : fewest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sites may come in another list
  const inOrder = useMemo(() => [site, ...sites.filter((one) => one !== site)], [site, sites.join()]);
  const found = useFoundPeople(inOrder, query, mostShown + 1);
  if (found.length === 0) return <Empty title={t("intake.nobodyFound")} icon="search" />;
  const shown = found.slice(0, mostShown);
  return (
    <>
      <List label={t("intake.found", { count: shown.length })}>
        {shown.map((one) => (
          <FoundRow key={`${one.site}/${one.id}`} {...one} here={site} chooseSite={chooseSite} />
        ))}
      </List>
      {found.length > mostShown && (
        <Button wide icon="down" onPress={() => setAllOf(query)}>
          {t("intake.moreFound")}
        </Button>
      )}
    </>
  );
};

type RowProps = {
  readonly site: string;
  readonly id: string;
  readonly here: string;
  readonly chooseSite: (site: string) => void;
};

/** At another site than one's own the row says which, and leads there. */
const FoundRow = memo(({ site, id, here, chooseSite }: RowProps) => {
  const t = useT();
  const { follow } = useNavigation();
  const found = usePersonFacts(site, id);
  const siteName = useSiteName(site);
  if (!found) return null;
  const { person, name, facts } = found;
  const isElsewhere = site !== here;
  const goThere = () => {
    chooseSite(site);
    follow(personHref(id));
  };
  return (
    <ListRow
      {...(isElsewhere ? { onPress: goThere } : { href: personHref(id) })}
      brief={!isElsewhere}
      test="arrival"
      title={name}
      lang={languageOfName(person.familyName ?? person.givenName)}
      detail={[isElsewhere && (siteName ?? site), facts, latinNameOf(person)].filter(Boolean).join(" · ")}
      badges={
        <>
          {isWithdrawn(person) && <Badge icon="close">{t("intake.withdrawn")}</Badge>}
          <DeliveryMark database={siteDatabase(site)} id={id} />
        </>
      }
    />
  );
});
