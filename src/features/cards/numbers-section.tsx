import "./numbers-section.css";
import { useState } from "react";
import { loseCard } from "../../domain/cards/attach-card.ts";
import { type CardHolder, isLostCard, ownNumberOf } from "../../domain/cards/cards.ts";
import { cardText, formatShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { List } from "../../ui/display/list.tsx";
import { ListRow } from "../../ui/display/list-row.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";
import { Row } from "../../ui/page/row.tsx";
import { Section } from "../../ui/page/section.tsx";
import { QrCode } from "../../ui/pictures/qr-code.tsx";
import { hook } from "../../ui/test-hooks.ts";
import { attachHref } from "./addresses.ts";
import { GiveNumber } from "./give-number.tsx";
import { useCardChange } from "./use-card-change.ts";

export type NumbersSectionProps = {
  readonly holder: CardHolder;
  /** Not of a record that is not worked with any more. */
  readonly mayChange: boolean;
};

/** The number of a person or a group, large enough to be copied by hand, its code, and the cards that were attached. */
export const NumbersSection = ({ holder, mayChange }: NumbersSectionProps) => {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const [losing, setLosing] = useState<string>();
  const { change, refusal } = useCardChange<never>(holder);
  const own = ownNumberOf(holder);
  const { cards = [], lostCards = [] } = holder;
  const number = [own, ...cards].find((one) => one !== undefined && !isLostCard(holder, one));
  const lose = async (card: string) => {
    const isSaved = await change(
      (current) => loseCard(current, card),
      t("cards.section.lostSaid", { number: formatShortCode(card) }),
    );
    if (isSaved) setLosing(undefined);
  };
  const others = cards.filter((card) => card !== number);
  return (
    <Section title={t("cards.section.title")}>
      {number === undefined ? (
        <GiveNumber holder={holder} mayChange={mayChange} />
      ) : (
        <>
          <p className="p-card-number" data-test={hook("card-number")}>
            {formatShortCode(number)}
          </p>
          {isShown && (
            <QrCode
              text={cardText(number)}
              correction="quartile"
              label={t("cards.section.code", { number: formatShortCode(number) })}
            />
          )}
        </>
      )}
      <Row>
        {number !== undefined && (
          <Button icon="scan" onPress={() => setShown(!isShown)}>
            {isShown ? t("cards.section.hide") : t("cards.section.show")}
          </Button>
        )}
        {mayChange && (
          <LinkButton href={attachHref(holder)} icon="plus">
            {t("cards.section.attach")}
          </LinkButton>
        )}
        {mayChange && number !== undefined && (
          <Button look="quiet" onPress={() => setLosing(number)}>
            {t("cards.section.lose")}
          </Button>
        )}
      </Row>
      {(others.length > 0 || lostCards.length > 0) && (
        <List label={t("cards.section.cards")}>
          {others.map((card) => (
            <ListRow
              key={card}
              title={t("cards.section.card", { number: formatShortCode(card) })}
              {...(mayChange && { onPress: () => setLosing(card) })}
            />
          ))}
          {lostCards.map((card) => (
            <ListRow key={card} icon="warning" title={t("cards.section.lostCard", { number: formatShortCode(card) })} />
          ))}
        </List>
      )}
      <ConfirmDialog
        open={losing !== undefined}
        danger
        title={t("cards.section.loseTitle")}
        confirmLabel={t("cards.section.loseConfirm")}
        onConfirm={() => losing !== undefined && void lose(losing)}
        onCancel={() => setLosing(undefined)}
      >
        {losing !== undefined && <p>{t("cards.section.card", { number: formatShortCode(losing) })}</p>}
        <p>{t("cards.section.loseText")}</p>
        {refusal && <Refusal error={refusal} />}
      </ConfirmDialog>
    </Section>
  );
};
