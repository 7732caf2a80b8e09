import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { ListOrTable, useHasTables } from "../../../ui/display/table/list-or-table.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { useKept } from "../../../ui/page/use-kept.ts";
import { useHeldGroups } from "./use-held-groups.tsx";
import { keyOfGroup } from "./waiting-groups.ts";
import { WaitingRow } from "./waiting-row.tsx";
import { waitingTable } from "./waiting-table.tsx";

/** Who waits for a bed, whole families together, the newest first. */
export const WaitingList = ({ people }: { readonly people: readonly Person[] }) => {
  const t = useT();
  const { number, dayAndTime } = useFormats();
  const words = usePersonLabels();
  const today = useToday();
  const hasTables = useHasTables();
  const [showsAll, setShowsAll] = useKept("all waiting", false);
  const { groups, laterOnes } = useHeldGroups(people);
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
