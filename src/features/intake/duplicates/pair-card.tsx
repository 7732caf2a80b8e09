import { useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import type { AlikePair } from "../../../live/duplicates/alike-pairs.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Card } from "../../../ui/page/card.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { hook } from "../../../ui/test-hooks.ts";
import { MergeRefusal } from "./merge-refusal.tsx";
import { PairTable } from "./pair-table.tsx";
import { SameSheet } from "./same-sheet.tsx";
import { useMerging } from "./use-merging.ts";

type PairCardProps = { readonly site: string; readonly pair: AlikePair };

/** Two people who may be one: why, what tells them apart, and the answers. */
export const PairCard = ({ site, pair }: PairCardProps) => {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  const { takeApart, refusal } = useMerging(site);
  const { key, people, reasons, verdict } = pair;
  return (
    <div data-test={hook("alike-pair")}>
      <Card labelledBy={key}>
        <Stack>
          <h2 id={key}>{t(verdict === "probably" ? "alike.list.probably" : "alike.list.maybe")}</h2>
          <p>{reasons.map((reason) => t(`alike.reason.${reason}`)).join(", ")}</p>
          <PairTable site={site} people={people} />
          <MergeRefusal refusal={refusal} />
          <Row even>
            <Button icon="check" onPress={() => setAsked(true)}>
              {t("alike.list.same")}
            </Button>
            <Button icon="people" onPress={() => void takeApart(...people)}>
              {t("alike.list.different")}
            </Button>
          </Row>
        </Stack>
      </Card>
      {isAsked && <SameSheet site={site} people={people} onClose={() => setAsked(false)} />}
    </div>
  );
};
