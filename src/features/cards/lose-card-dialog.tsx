import type { TooManyCards } from "../../domain/cards/attach-card.ts";
import { formatShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import type { NotSaved } from "../../live/use-command.ts";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";
import type { Card } from "./card-list.tsx";

type LoseCardDialogProps = {
  readonly card: Card | undefined;
  readonly refusal: TooManyCards | NotSaved | undefined;
  readonly onConfirm: (card: Card) => void;
  readonly onCancel: () => void;
};

/** Asks before a card counts as lost: that is for good. */
export const LoseCardDialog = ({ card, refusal, onConfirm, onCancel }: LoseCardDialogProps) => {
  const t = useT();
  return (
    <ConfirmDialog
      open={card !== undefined}
      danger
      title={t("cards.section.loseTitle")}
      confirmLabel={t("cards.section.loseConfirm")}
      onConfirm={() => card && onConfirm(card)}
      onCancel={onCancel}
    >
      {card && <p>{t("cards.section.card", { number: formatShortCode(card.number) })}</p>}
      <p>{t("cards.section.loseText")}</p>
      {refusal?.type === "NotSaved" && <Refusal error={refusal} />}
      {refusal?.type === "TooManyCards" && (
        <Notice kind="danger" title={t("cards.attach.tooMany", { most: refusal.most })} />
      )}
    </ConfirmDialog>
  );
};
