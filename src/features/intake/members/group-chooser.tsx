import { useState } from "react";
import { isChild } from "../../../domain/intake/is-child.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { usePersonSearch } from "../../../live/finding/use-person-search.ts";
import { type GroupView, groupsOf } from "../../../live/intake/group-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { SearchBox } from "../../../ui/fields/text/search-box.tsx";
import type { Party } from "./group-corrections.ts";

type GroupChooserProps = {
  readonly site: string;
  /** The group that is not offered. */
  readonly except: string | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (party: Party) => void;
};

const most = 6;

/** Another group of the site: the newest, or those in which somebody has the typed name. */
export const GroupChooser = ({ site, except, chosen, onChoose }: GroupChooserProps) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const { dayAndTime } = useFormats();
  const [query, setQuery] = useState("");
  const groups = useLive(groupsOf, site);
  const found = usePersonSearch(site, query, 60);
  const parties = (query.trim() === "" ? groups : byHits(groups, found)).flatMap(partyIn(except)).slice(0, most);
  return (
    <>
      <SearchBox id="group-search" label={t("correction.members.search")} value={query} onChange={setQuery} />
      {parties.length === 0 ? (
        <Empty icon="search" title={t("intake.nobodyFound")} />
      ) : (
        <List label={t("correction.members.groups")}>
          {parties.map((party) => {
            const children = party.members.filter((person) => isChild(person, today)).length;
            return (
              <ListRow
                key={party.group._id}
                test="group-choice"
                title={party.group.label ?? t("intake.noSurname")}
                lang={languageOfName(party.group.label)}
                detail={`${words.howMany(party.members.length, children)}: ${party.members
                  .map((person) => person.givenName ?? words.name(person))
                  .join(", ")} · ${dayAndTime(party.group.arrivedAt)}`}
                pressed={party.group._id === chosen}
                onPress={() => onChoose(party)}
              />
            );
          })}
        </List>
      )}
    </>
  );
};

const partyIn =
  (except: string | undefined) =>
  ({ group, members }: GroupView): readonly Party[] =>
    group && group._id !== except ? [{ group, members }] : [];

const byHits = (groups: readonly GroupView[], found: readonly string[]): readonly GroupView[] => {
  const byPerson = new Map(groups.flatMap((group) => group.members.map(({ _id }) => [_id as string, group] as const)));
  return [...new Set(found.flatMap((id) => byPerson.get(id) ?? []))];
};
