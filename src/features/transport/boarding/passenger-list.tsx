import { useMemo } from "react";
import type { Line } from "../../../domain/model/kinds/line.ts";
import { buildNameEntry, searchNames } from "../../../domain/names/name-search.ts";
import { type PassengerGroup, passengerGroups } from "../../../domain/transport/passenger-groups.ts";
import { tripStateOf } from "../../../domain/transport/trip-state.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { useHasTables } from "../../../ui/display/table/list-or-table.tsx";
import { VisuallyHidden } from "../../../ui/display/visually-hidden.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { SearchBox } from "../../../ui/fields/text/search-box.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useKept } from "../../../ui/page/use-kept.ts";
import { addPassengersAddress } from "../addresses.ts";
import { bookedLines } from "../passengers/booked-lines.ts";
import { PassengerRow } from "./passenger-row.tsx";
import { PassengerTable } from "./passenger-table.tsx";

type PassengerListProps = {
  readonly view: TripView;
  /** By the dispatcher, until the bus has left. */
  readonly canAdd: boolean;
  readonly onPress: (line: Line) => void;
};

/** Everybody on the list, families together; the whole row is the target. */
export const PassengerList = ({ view, canAdd, onPress }: PassengerListProps) => {
  const t = useT();
  const { number } = useFormats();
  const [query, setQuery] = useKept("search", "");
  const hasTables = useHasTables();
  const isBoarding = tripStateOf(view.trip, view.scans) === "boarding";
  const shown = useFound(view.lines, query);
  return (
    <Stack space="tight">
      <VisuallyHidden>
        <h2>{t("transport.list.title", { number: number(bookedLines(view).length) })}</h2>
      </VisuallyHidden>
      {view.lines.length === 0 && <Empty icon="people" title={t("transport.list.empty")} />}
      {view.lines.length > 0 && (
        <SearchBox
          id="passenger-search"
          label={t("transport.list.search")}
          hint={isBoarding ? t("transport.list.hint") : undefined}
          value={query}
          onChange={setQuery}
        />
      )}
      {view.lines.length > 0 && shown.length === 0 && <Empty icon="search" title={t("transport.list.nobody")} />}
      {hasTables && shown.length > 0 && (
        // A new table for each search: passengers found by it are not late additions.
        <PassengerTable key={query} view={view} lines={shown} onPress={onPress} />
      )}
      {!hasTables &&
        passengerGroups(shown).map((group) => (
          <GroupList key={group.key} view={view} group={group} onPress={onPress} />
        ))}
      {canAdd && (
        <LinkButton icon="plus" href={addPassengersAddress(view.trip._id)}>
          {t("transport.list.add")}
        </LinkButton>
      )}
    </Stack>
  );
};

type GroupListProps = {
  readonly view: TripView;
  readonly group: PassengerGroup;
  readonly onPress: (line: Line) => void;
};

const GroupList = ({ view, group, onPress }: GroupListProps) => {
  const t = useT();
  const { howMany, name } = usePersonLabels();
  const [first] = group.lines;
  if (!first) return null;
  const children = group.lines.filter(({ passenger }) => passenger.child).length;
  const isFamily = group.lines.length > 1;
  const together = t("transport.list.group", { howMany: howMany(group.lines.length, children) });
  return (
    <List label={isFamily ? `${name(first.passenger)}. ${together}` : name(first.passenger)}>
      {group.lines.map((line) => (
        <PassengerRow key={line._id} view={view} line={line} onPress={() => onPress(line)} />
      ))}
    </List>
  );
};

/** In any spelling, on the phone: a driver has no index of people, only this list. */
const useFound = (lines: readonly Line[], query: string): readonly Line[] =>
  useMemo(() => {
    if (query.trim() === "") return lines;
    const entries = lines.map(({ _id, passenger }) => [_id, buildNameEntry(namesOf(passenger))] as const);
    const found = new Set(searchNames(entries, query, 30).map(({ id }) => id));
    return lines.filter(({ _id }) => found.has(_id));
  }, [lines, query]);

const namesOf = ({ familyName, givenName, familyNameLat, givenNameLat }: Line["passenger"]): string[] =>
  [familyName, givenName, familyNameLat, givenNameLat].filter((name) => name !== undefined);
