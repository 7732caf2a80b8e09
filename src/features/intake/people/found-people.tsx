import { memo, useState } from "react";
import { isWithdrawn } from "../../../domain/intake/withdrawal.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { languageOfName, latinNameOf } from "../../../domain/names/person-name.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { type PersonLabels, usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { personOf } from "../../../live/intake/people-of.ts";
import { usePersonSearch } from "../../../live/intake/use-person-search.ts";
import { useLive } from "../../../live/use-live.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Badge } from "../../../ui/display/badge.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { personHref } from "../addresses.ts";

/** What fits a screen and does not make a slow phone stutter at every key; more on request. */
const [fewest, most] = [8, 100];

type Props = { readonly site: string; readonly query: string };

/** People whose name may be what was typed, in any script and spelling. Searching takes a few milliseconds, so it is done at every key, without deferring. */
export const FoundPeople = ({ site, query }: Props) => {
  const t = useT();
  const words = usePersonLabels();
  const [allOf, setAllOf] = useState<string>();
  const mostShown = allOf === query ? most : fewest;
  const ids = usePersonSearch(site, query, mostShown + 1);
  if (ids.length === 0) return <Empty title={t("intake.nobodyFound")} icon="search" />;
  const shown = ids.slice(0, mostShown);
  return (
    <>
      <List label={t("intake.found", { count: shown.length })}>
        {shown.map((id) => (
          <FoundRow key={id} site={site} id={id} words={words} />
        ))}
      </List>
      {ids.length > mostShown && (
        <Button wide icon="down" onPress={() => setAllOf(query)}>
          {t("intake.moreFound")}
        </Button>
      )}
    </>
  );
};

type RowProps = { readonly site: string; readonly id: string; readonly words: PersonLabels };

const FoundRow = memo(({ site, id, words }: RowProps) => {
  const t = useT();
  const person = useLive(personOf, site, id);
  if (!person) return null;
  return (
    <ListRow
      href={personHref(id)}
      brief
      test="arrival"
      title={words.name(person)}
      lang={languageOfName(person.familyName ?? person.givenName)}
      detail={[latinNameOf(person), words.who(person)].filter(Boolean).join(" · ")}
      badges={
        <>
          {isWithdrawn(person) && <Badge icon="close">{t("intake.withdrawn")}</Badge>}
          <DeliveryMark database={siteDatabase(site)} id={id} />
        </>
      }
    />
  );
});
