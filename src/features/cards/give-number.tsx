import { useState } from "react";
import { type AttachCardError, attachCard } from "../../domain/cards/attach-card.ts";
import type { CardHolder } from "../../domain/cards/cards.ts";
import { formatShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { useCardChange } from "./use-card-change.ts";

/** For a record without a number: one of those that this phone has. */
export const GiveNumber = ({ holder, mayChange }: { readonly holder: CardHolder; readonly mayChange: boolean }) => {
  const t = useT();
  const { takeNumbers } = useLiveContext();
  const { change } = useCardChange<AttachCardError>();
  const [isEmpty, setEmpty] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const give = async () => {
    setBusy(true);
    await giveOne().finally(() => setBusy(false));
  };
  const giveOne = async () => {
    const [number] = await takeNumbers(1).catch((): readonly string[] => []);
    setEmpty(number === undefined);
    if (number === undefined) return;
    await change(
      holder,
      (current) => attachCard(current, number, []),
      t("cards.section.attached", { number: formatShortCode(number) }),
    );
  };
  return (
    <Notice
      kind={isEmpty ? "warning" : "info"}
      title={t("cards.section.none")}
      action={
        mayChange && (
          <Button busy={isBusy} onPress={() => void give()}>
            {t("cards.section.give")}
          </Button>
        )
      }
    >
      {isEmpty ? t("cards.section.noneLeft") : t("cards.section.noneText")}
    </Notice>
  );
};
