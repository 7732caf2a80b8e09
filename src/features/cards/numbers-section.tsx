import "./numbers-section.css";
import { useState } from "react";
import { loseCard, type TooManyCards } from "../../domain/cards/attach-card.ts";
import { allNumbersOf, type CardHolder, isLostCard } from "../../domain/cards/cards.ts";
import { cardText, formatShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import { mergedRecords } from "../../live/cards/card-holders.ts";
import { useLive } from "../../live/use-live.ts";
import { Button } from "../../ui/actions/button.tsx";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Row } from "../../ui/page/row.tsx";
import { Section } from "../../ui/page/section.tsx";
import { QrCode } from "../../ui/pictures/qr-code.tsx";
import { hook } from "../../ui/test-hooks.ts";
import { attachHref } from "./addresses.ts";
import { type Card, CardList } from "./card-list.tsx";
import { GiveNumber } from "./give-number.tsx";
import { LoseCardDialog } from "./lose-card-dialog.tsx";
import { useCardChange } from "./use-card-change.ts";

export type NumbersSectionProps = {
  readonly holder: CardHolder;
  /** Not of a record that is not worked with any more. */
  readonly mayChange: boolean;
};

/** The number of a person or a group, large enough to be copied by hand, its code, and the cards that were attached: also those of records that were merged into this one. */
export const NumbersSection = ({ holder, mayChange }: NumbersSectionProps) => {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const [losing, setLosing] = useState<Card>();
  const { change, refusal } = useCardChange<TooManyCards>();
  const merged = useLive(mergedRecords, holder.site, holder._id);
  const cards = [holder, ...merged].flatMap(cardsOf);
  const shown = cards.find(({ isLost }) => !isLost);
  const lose = async ({ owner, number }: Card) => {
    const said = t("cards.section.lostSaid", { number: formatShortCode(number) });
    if (await change(owner, (current) => loseCard(current, number), said)) setLosing(undefined);
  };
  return (
    <Section title={t("cards.section.title")}>
      {shown === undefined ? (
        <GiveNumber holder={holder} mayChange={mayChange} />
      ) : (
        <p className="p-card-number" data-test={hook("card-number")}>
          {formatShortCode(shown.number)}
        </p>
      )}
      {shown && isShown && (
        <QrCode
          text={cardText(shown.number)}
          correction="quartile"
          label={t("cards.section.code", { number: formatShortCode(shown.number) })}
        />
      )}
      <Row>
        {shown && (
          <Button icon="scan" onPress={() => setShown(!isShown)}>
            {isShown ? t("cards.section.hide") : t("cards.section.show")}
          </Button>
        )}
        {mayChange && (
          <LinkButton href={attachHref(holder)} icon="plus">
            {t("cards.section.attach")}
          </LinkButton>
        )}
        {mayChange && shown && (
          <Button look="quiet" onPress={() => setLosing(shown)}>
            {t("cards.section.lose")}
          </Button>
        )}
      </Row>
      <CardList cards={cards.filter((card) => card !== shown)} onLose={mayChange ? setLosing : undefined} />
      <LoseCardDialog
        card={losing}
        refusal={refusal}
        onConfirm={(card) => void lose(card)}
        onCancel={() => setLosing(undefined)}
      />
    </Section>
  );
};

const cardsOf = (owner: CardHolder): readonly Card[] =>
  allNumbersOf(owner).map((number) => ({ owner, number, isLost: isLostCard(owner, number) }));
