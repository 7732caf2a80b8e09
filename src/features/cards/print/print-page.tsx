import { useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { Button } from "../../../ui/actions/button.tsx";
import { downloadFile } from "../../../ui/actions/download-file.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stepper } from "../../../ui/fields/stepper.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { scanHref } from "../addresses.ts";
import { cardSheets, cardsOnSheet } from "./card-sheets.ts";

const mostSheets = 10;
/** Numbers that stay for people who are registered before the phone meets the server again. */
const kept = 100;

/** Makes sheets of cards whose numbers belong to nobody yet, without a network. */
export const PrintPage = () => {
  const t = useT();
  const { takeNumbers } = useLiveContext();
  const [sheets, setSheets] = useState<number | undefined>(1);
  const [made, setMade] = useState<number>();
  const make = async () => {
    const count = Math.max(1, sheets ?? 1) * cardsOnSheet;
    const numbers = await takeNumbers(count, count + kept).catch((): readonly string[] => []);
    if (numbers.length > 0) downloadFile("prystan-cards.pdf", cardSheets(numbers), "application/pdf");
    setMade(numbers.length);
  };
  return (
    <Page title={t("cards.print.title")} back={scanHref} lede={t("cards.print.lede")}>
      <Stack>
        <Stepper
          id="sheets"
          label={t("cards.print.sheets")}
          min={1}
          max={mostSheets}
          value={sheets}
          onChange={(count) => {
            setSheets(count);
            setMade(undefined);
          }}
        />
        <Button look="primary" icon="print" onPress={() => void make()}>
          {t("cards.print.make")}
        </Button>
        {made === 0 && <Notice kind="warning" title={t("cards.print.noneLeft")} />}
        {made !== undefined && made > 0 && <Notice kind="success" title={t("cards.print.made", { count: made })} />}
      </Stack>
    </Page>
  );
};
