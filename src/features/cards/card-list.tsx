import type { CardHolder } from "../../domain/cards/cards.ts";
import { formatShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import { List } from "../../ui/display/list.tsx";
import { ListRow } from "../../ui/display/list-row.tsx";

/** A number, and the record in which it stands. */
export type Card = { readonly owner: CardHolder; readonly number: string; readonly isLost: boolean };

type CardListProps = {
  readonly cards: readonly Card[];
  readonly onLose: ((card: Card) => void) | undefined;
};

/** Numbers besides the one that is shown large; a tap reports one as lost. */
export const CardList = ({ cards, onLose }: CardListProps) => {
  const t = useT();
  if (cards.length === 0) return null;
  return (
    <List label={t("cards.section.cards")}>
      {cards.map((card) => {
        const number = formatShortCode(card.number);
        return card.isLost ? (
          <ListRow key={card.number} icon="warning" title={t("cards.section.lostCard", { number })} />
        ) : (
          <ListRow
            key={card.number}
            title={t("cards.section.card", { number })}
            {...(onLose && { onPress: () => onLose(card) })}
          />
        );
      })}
    </List>
  );
};
