import { useDeferredValue } from "react";
import { siteDatabase } from "../../domain/databases.ts";
import { languageOfName, latinNameOf } from "../../domain/person-name.ts";
import { SendingMark } from "../../forms/sending-mark.tsx";
import { usePersonWords } from "../../forms/use-person-words.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Records } from "../../live/records.ts";
import { useLive } from "../../live/use-live.ts";
import { usePersonSearch } from "../../live/use-person-search.ts";
import { Empty } from "../../ui/empty.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { personHref } from "./addresses.ts";

/** More are found by typing on, not by scrolling. */
const mostShown = 30;

/** People whose name may be what was typed, in any script and spelling. */
export const FoundPeople = ({ site, query }: { readonly site: string; readonly query: string }) => {
  const t = useT();
  const words = usePersonWords();
  const ids = usePersonSearch(useDeferredValue(query), mostShown);
  const people = useLive(kinds, peopleNamed, site, ids);
  if (people.length === 0) return <Empty title={t("intake.nobodyFound")} icon="search" />;
  return (
    <List label={t("intake.found", { count: people.length })}>
      {people.map((person) => (
        <ListRow
          key={person._id}
          href={personHref(person._id)}
          icon="person"
          title={words.name(person)}
          lang={languageOfName(person.familyName ?? person.givenName)}
          detail={[latinNameOf(person), words.who(person)].filter(Boolean).join(" · ")}
          badges={<SendingMark database={siteDatabase(site)} id={person._id} />}
        />
      ))}
    </List>
  );
};

const kinds = ["person"] as const;

const peopleNamed = (records: Records, site: string, ids: readonly string[]) => {
  const people = records.all(siteDatabase(site), "person");
  return ids.flatMap((id) => people.get(id) ?? []);
};
