import { useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { OddMerge } from "../../../live/duplicates/other-records.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { personHref } from "../addresses.ts";
import { PairTable } from "./pair-table.tsx";
import { SameSheet } from "./same-sheet.tsx";
import { TakeApart } from "./take-apart.tsx";

type OddMergeCardProps = { readonly site: string; readonly odd: OddMerge };

/** Two records that were joined, and that something which was noted elsewhere does not go with. */
export const OddMergeCard = ({ site, odd: { loser, survivor, why } }: OddMergeCardProps) => {
  const t = useT();
  const name = usePersonLabels().name(loser);
  const [isAsked, setAsked] = useState(false);
  const people: readonly [Person, Person] | undefined = survivor && [loser, survivor];
  return (
    <Stack>
      <Notice kind="danger" title={t(`alike.odd.${why}`, { name })}>
        {t(`alike.odd.${why}Text`)}
      </Notice>
      {people && <PairTable site={site} people={people} />}
      <Row>
        {why === "circle" && (
          <Button icon="check" onPress={() => setAsked(true)}>
            {t("alike.list.same")}
          </Button>
        )}
        <TakeApart one={loser} other={survivor} />
        <LinkButton href={personHref(loser._id)}>{t("alike.odd.open")}</LinkButton>
      </Row>
      {isAsked && people && <SameSheet site={site} people={people} onClose={() => setAsked(false)} />}
    </Stack>
  );
};
