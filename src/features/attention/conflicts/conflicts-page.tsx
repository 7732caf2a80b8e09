import type { ReactNode } from "react";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { titleOf } from "../../../live/attention/record-title.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useKindLabel } from "../records/use-kind-label.ts";
import { LeftByBusCards } from "./left-by-bus.tsx";
import { PlaceConflictCard } from "./place-conflict-card.tsx";
import { useOpenConflicts } from "./use-open-conflicts.ts";

type ConflictsPageProps = {
  readonly site: string | undefined;
  /** The beds that were given twice, as the roster tells of them. */
  readonly bedsTwice: ReactNode;
  /** Children alone whom somebody took off the register, as the intake tells of them. */
  readonly withdrawals: ReactNode;
};

/** All that is to be settled at a site, in one place. Works offline; what is settled goes out like anything else. */
export const ConflictsPage = ({ site, bedsTwice, withdrawals }: ConflictsPageProps) => {
  const t = useT();
  const kindWord = useKindLabel();
  const { records } = useLiveContext();
  const { disputes, places, isNone } = useOpenConflicts(site);
  const others = places.filter(({ type }) => type !== "LeftByBus");
  return (
    <Page title={t("attention.conflicts.title")} lede={t("attention.conflicts.lede")} back="/">
      {isNone ? (
        <Empty title={t("attention.conflicts.none")} icon="check" />
      ) : (
        <Stack>
          {withdrawals}
          {bedsTwice}
          {others.map((conflict) => (
            <PlaceConflictCard key={`${conflict.type} ${conflict.personId}`} site={site} conflict={conflict} />
          ))}
          <LeftByBusCards site={site} conflicts={places} />
          {disputes.map(({ database, document }) => (
            <FieldConflictCards
              key={`${database}/${document._id}`}
              database={database}
              id={document._id}
              of={titleOf(records, database, document) ?? kindWord(document.kind)}
            />
          ))}
        </Stack>
      )}
    </Page>
  );
};
