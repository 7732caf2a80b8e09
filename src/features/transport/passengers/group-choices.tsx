import { isChild } from "../../../domain/intake/is-child.ts";
import { languageOfName, nameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { usePersonSearch } from "../../../live/finding/use-person-search.ts";
import { type GroupView, groupsOf } from "../../../live/intake/group-view.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Badge } from "../../../ui/display/badge.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { bookedLines } from "./booked-lines.ts";

type GroupChoicesProps = {
  readonly site: string;
  readonly view: TripView;
  readonly query: string;
  /** Nothing where the list is locked. */
  readonly onChoose: ((group: GroupView) => void) | undefined;
};

/** Groups of the site: the newest, or those in which somebody has the typed name. */
export const GroupChoices = ({ site, view, query, onChoose }: GroupChoicesProps) => {
  const t = useT();
  const groups = useLive(groupsOf, site);
  const found = usePersonSearch(site, query, 60);
  const isSearching = query.trim() !== "";
  const shown = isSearching ? byHits(groups, found).slice(0, 20) : groups.slice(0, 20);
  if (groups.length === 0) return <Empty icon="people" title={t("transport.add.noPeople")} />;
  if (shown.length === 0) return <Empty icon="search" title={t("transport.add.nobody")} />;
  const title = isSearching ? t("transport.add.found") : t("transport.add.groups");
  return (
    <Section title={title}>
      <List label={title}>
        {shown.map((group) => (
          <GroupRow key={group.key} view={view} group={group} onChoose={onChoose} />
        ))}
      </List>
    </Section>
  );
};

const byHits = (groups: readonly GroupView[], found: readonly string[]): readonly GroupView[] => {
  const byPerson = new Map(groups.flatMap((group) => group.members.map(({ _id }) => [_id as string, group] as const)));
  return [...new Set(found.flatMap((id) => byPerson.get(id) ?? []))];
};

type GroupRowProps = Pick<GroupChoicesProps, "view" | "onChoose"> & { readonly group: GroupView };

const GroupRow = ({ view, group, onChoose }: GroupRowProps) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const { number } = useFormats();
  const [first] = group.members;
  if (!first) return null;
  const booked = new Set<string | undefined>(bookedLines(view).map(({ personId }) => personId));
  const onList = group.members.filter(({ _id }) => booked.has(_id)).length;
  const children = group.members.filter((person) => isChild(person, today)).length;
  const row = {
    icon: group.members.length > 1 ? "people" : "person",
    title: words.name(first),
    lang: languageOfName(nameOf(first)),
    detail:
      group.members.length > 1
        ? `${words.howMany(group.members.length, children)}: ${group.members.map((person) => person.givenName ?? words.name(person)).join(", ")}`
        : words.who(first),
    badges: onList > 0 && (
      <Badge icon="check" tone="good">
        {onList === group.members.length
          ? t("transport.add.onList")
          : t("transport.add.someOnList", { number: number(onList) })}
      </Badge>
    ),
  } as const;
  return onChoose ? <ListRow {...row} onPress={() => onChoose(group)} /> : <ListRow {...row} />;
};
