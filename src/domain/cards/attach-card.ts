import { err, ok, type Result } from "../model/result.ts";
import { parseShortCode, type ShortCodeError } from "../numbers/short-code.ts";
import { allNumbersOf, type CardHolder, isLostCard } from "./cards.ts";

/** Cards of one record that are in use at a time, and those that were reported lost: none of these is ever forgotten. */
export const [mostCards, mostLost] = [10, 100] as const;

export type TooManyCards = { readonly type: "TooManyCards"; readonly most: number };

export type AttachCardError =
  | ShortCodeError
  /** It is this record's already, or one's that was merged into it. */
  | { readonly type: "AlreadyTheirs" }
  /** It was reported lost: a card that is found again is destroyed, so that two people never show one. */
  | { readonly type: "ReportedLost" }
  /** `ids`: the records whose number it is. */
  | { readonly type: "HeldByOthers"; readonly ids: readonly string[] }
  | TooManyCards;

/** `owner`: the record in which a number stands; `holder`: the one that is used in its place, or the same. */
export type Holding = { readonly owner: CardHolder; readonly holder: CardHolder };

/** Gives a record a card whose number was printed before. `held`: where the number is known to stand. */
export const attachCard = <H extends CardHolder>(
  record: H,
  typed: string,
  held: readonly Holding[],
): Result<H, AttachCardError> => {
  const number = parseShortCode(typed);
  if (!number.ok) return number;
  const { code } = number.value;
  if ([record, ...held.map(({ owner }) => owner)].some((one) => isLostCard(one, code)))
    return err({ type: "ReportedLost" });
  const others = held.filter(({ holder }) => holder._id !== record._id);
  if (allNumbersOf(record).includes(code) || (held.length > 0 && others.length === 0))
    return err({ type: "AlreadyTheirs" });
  if (others.length > 0) return err({ type: "HeldByOthers", ids: others.map(({ holder }) => holder._id) });
  const cards = record.cards ?? [];
  return cards.length < mostCards
    ? ok({ ...record, cards: [...cards, code] })
    : err({ type: "TooManyCards", most: mostCards });
};

/** Reports a card as lost: its number still finds the record, and says so to whoever is shown it. */
export const loseCard = <H extends CardHolder>(record: H, number: string): Result<H, TooManyCards> => {
  if (isLostCard(record, number)) return ok(record);
  const { cards = [], lostCards = [], ...rest } = record;
  if (lostCards.length >= mostLost) return err({ type: "TooManyCards", most: mostLost });
  const left = cards.filter((card) => card !== number);
  return ok({ ...(rest as unknown as H), ...(left.length > 0 && { cards: left }), lostCards: [...lostCards, number] });
};
