import { useState } from "react";
import { asksAbout } from "../../../domain/duplicates/ask-same.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { AlikePair } from "../../../live/duplicates/alike-pairs.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Card } from "../../../ui/page/card.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { hook } from "../../../ui/test-hooks.ts";
import { AskSheet } from "./ask-sheet.tsx";
import { MergeRefusal } from "./merge-refusal.tsx";
import { PairTable } from "./pair-table.tsx";
import { SameSheet } from "./same-sheet.tsx";
import { useMerging } from "./use-merging.ts";

type PairCardProps = { readonly site: string; readonly pair: AlikePair };

/** Two people who may be one: why, what tells them apart, and the answers. */
export const PairCard = ({ site, pair }: PairCardProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const [sheet, setSheet] = useState<"ask" | "same">();
  const close = () => setSheet(undefined);
  const { takeApart, refusal } = useMerging(site);
  const { key, people, reasons, verdict } = pair;
  return (
    <div data-test={hook("alike-pair")}>
      <Card labelledBy={key}>
        <Stack>
          <h2 id={key}>{t(verdict === "probably" ? "alike.list.probably" : "alike.list.maybe")}</h2>
          <p>{reasons.map((reason) => t(`alike.reason.${reason}`)).join(", ")}</p>
          <PairTable site={site} people={people} />
          {asksAbout(...people).map(({ at, by, question }) => (
            <Notice key={`${at} ${by}`} title={t("alike.ask.asked", { who: by, when: dayAndTime(at) })}>
              {question}
            </Notice>
          ))}
          <MergeRefusal refusal={refusal} />
          <Row even>
            <Button icon="check" onPress={() => setSheet("same")}>
              {t("alike.list.same")}
            </Button>
            <Button icon="people" onPress={() => void takeApart(...people)}>
              {t("alike.list.different")}
            </Button>
          </Row>
          <Button look="quiet" wide onPress={() => setSheet("ask")}>
            {t("alike.ask.open")}
          </Button>
        </Stack>
      </Card>
      {sheet === "same" && <SameSheet site={site} people={people} onClose={close} />}
      {sheet === "ask" && <AskSheet site={site} people={people} onClose={close} />}
    </div>
  );
};
