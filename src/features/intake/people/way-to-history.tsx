import { notedBy } from "../../../domain/attention/noted-by.ts";
import { editsOf } from "../../../domain/merge/edits-of.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Presence } from "../../../domain/model/kinds/presence.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { historyHref, type PeoplePlace } from "../addresses.ts";

type WayToHistoryProps = {
  readonly person: Person;
  /** What was noted of the stay that counts. */
  readonly events: readonly Presence[];
  readonly place: PeoplePlace;
};

/** From a person to what happened; who did the last of it, and when, is said beforehand. */
export const WayToHistory = ({ person, events, place }: WayToHistoryProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { at, by } = latestOf(person, events);
  return (
    <ListRow
      brief
      test="way-to-history"
      icon="clock"
      href={historyHref(person._id, place)}
      title={t("roster.history.title")}
      detail={t("roster.history.line", { when: dayAndTime(at), who: by })}
    />
  );
};

type Done = { readonly at: string; readonly by: string };

/** By the clocks of the phones that did it: for people to read. */
const latestOf = (person: Person, events: readonly Presence[]): Done =>
  [...editsOf(person), ...events.map((event) => ({ at: event.at, by: notedBy(event) }))].reduce<Done>(
    (latest, done) => (done.at > latest.at ? done : latest),
    { at: person.createdAt, by: person.createdBy },
  );
