import type { Bed } from "../../../domain/model/kinds/bed.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { usePersonSearch } from "../../../live/finding/use-person-search.ts";
import { peopleOf } from "../../../live/intake/people-of.ts";
import { isHere } from "../../../live/roster/residents.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { List } from "../../../ui/display/list.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { bedById } from "../beds/bed-by-id.ts";
import { PersonRow } from "./person-row.tsx";
import { StateBadge } from "./resident-badges.tsx";

type FoundResidentsProps = { readonly site: string; readonly view: RosterView; readonly query: string };

/** People of the site by name, whether they live here, wait for a bed or have left. */
export const FoundResidents = ({ site, view, query }: FoundResidentsProps) => {
  const t = useT();
  const words = usePersonLabels();
  const people = useLive(peopleOf, site);
  const found = usePersonSearch(site, query, 60)
    .flatMap((id) => people.get(id) ?? [])
    .filter((person) => isHere(person) || view.residents.has(person._id))
    .slice(0, 30);
  const bedName = (bed: Bed | undefined) => bed && t("person.bed.name", { code: bed.code });
  if (found.length === 0) return <Empty icon="search" title={t("roster.nobodyFound")} />;
  return (
    <>
      <p role="status">{t("roster.found", { count: found.length })}</p>
      <List label={t("roster.search")}>
        {found.map((person) => {
          const resident = view.residents.get(person._id);
          return (
            <PersonRow
              brief
              key={person._id}
              person={person}
              detail={`${words.who(person)} · ${bedName(bedById(view, resident?.stay.bedId)) ?? t("person.bed.none")}`}
              badges={resident && <StateBadge state={resident.state} />}
            />
          );
        })}
      </List>
    </>
  );
};
