import { formatShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import type { HeldNumber } from "../../live/cards/card-holders.ts";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { hook } from "../../ui/test-hooks.ts";
import { HolderRow } from "./holder-row.tsx";

type AnswerCardProps = {
  readonly number: string;
  readonly held: readonly HeldNumber[];
  readonly here: string;
  readonly onOpen: (held: HeldNumber) => void;
};

/** Whose number it is, to be compared with whoever shows it. A card opens no door: a lost one, one of several and an unknown one say so. */
export const AnswerCard = ({ number, held, here, onOpen }: AnswerCardProps) => {
  const t = useT();
  return (
    <div data-test={hook("card-answer")} data-number={number}>
      <Stack>
        {held.length === 0 && (
          <Notice kind="warning" title={t("cards.answer.unknown")}>
            {formatShortCode(number)}. {t("cards.answer.unknownText")}
          </Notice>
        )}
        {held.some(({ isLost }) => isLost) && (
          <Notice kind="danger" title={t("cards.answer.lost")}>
            {t("cards.answer.lostText")}
          </Notice>
        )}
        {held.length > 1 && <Notice kind="warning" title={t("cards.answer.several")} />}
        {held.map((one) => (
          <HolderRow key={one.holder._id} held={one} here={here} onOpen={() => onOpen(one)} />
        ))}
      </Stack>
    </div>
  );
};
