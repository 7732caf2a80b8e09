import { isChild } from "../../../domain/intake/is-child.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, nameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useHeld } from "../../../live/use-held.ts";
import { useToday } from "../../../live/use-today.ts";
import { hasSettled, useSession } from "../../../session/use-session.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { ListOrTable, useHasTables } from "../../../ui/display/table/list-or-table.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { useKept } from "../../../ui/page/use-kept.ts";
import { bedForAddress } from "../addresses.ts";
import { NeedBadges } from "../residents/resident-badges.tsx";
import { keyOfGroup, waitingGroups } from "./waiting-groups.ts";
import { waitingTable } from "./waiting-table.tsx";

/** Who waits for a bed, whole families together, the newest first. */
export const WaitingList = ({ people }: { readonly people: readonly Person[] }) => {
  const t = useT();
  const { number, dayAndTime } = useFormats();
  const words = usePersonLabels();
  const today = useToday();
  const hasTables = useHasTables();
  const [showsAll, setShowsAll] = useKept("all waiting", false);
  const { shown: groups, later, showLater } = useHeld(waitingGroups(people), keyOfGroup, useSession(hasSettled));
  const title = t("roster.waiting.title", { number: number(people.length) });
  if (groups.length === 0) return <p>{t("roster.waiting.none")}</p>;
  const list = (
    <ListOrTable
      label={title}
      rows={groups}
      most={showsAll ? groups.length : shownAtFirst}
      row={(members) => <WaitingRow key={keyOfGroup(members)} members={members} />}
      table={() => waitingTable({ t, words, dayAndTime, today })}
    />
  );
  const laterOnes = later > 0 && (
    <Button look="quiet" icon="down" onPress={showLater}>
      {t("ui.later", { number: number(later) })}
    </Button>
  );
  // There what is shown is said, and chosen, above it.
  if (hasTables)
    return (
      <>
        {laterOnes}
        {list}
      </>
    );
  return (
    <Section title={title} beside={laterOnes}>
      {list}
      {groups.length > shownAtFirst && !showsAll && (
        <Button icon="down" onPress={() => setShowsAll(true)}>
          {t("roster.waiting.showAll", { number: number(groups.length) })}
        </Button>
      )}
    </Section>
  );
};

const shownAtFirst = 6;

const WaitingRow = ({ members }: { readonly members: readonly Person[] }) => {
  const words = usePersonLabels();
  const today = useToday();
  const [first] = members;
  if (!first) return null;
  const children = members.filter((person) => isChild(person, today)).length;
  return (
    <ListRow
      href={bedForAddress(first._id)}
      brief
      test="waiting"
      title={words.name(first)}
      lang={languageOfName(nameOf(first))}
      detail={members.length > 1 ? words.howMany(members.length, children) : words.who(first)}
      badges={members.map((person) => <NeedBadges key={person._id} person={person} />)}
    />
  );
};
