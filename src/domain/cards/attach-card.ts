import { err, ok, type Result } from "../model/result.ts";
import { parseShortCode, type ShortCodeError } from "../numbers/short-code.ts";
import { allNumbersOf, type CardHolder, isLostCard } from "./cards.ts";

/** Cards of one record that are in use at a time. */
export const mostCards = 10;

export type AttachCardError =
  | ShortCodeError
  /** It is this record's already. */
  | { readonly type: "AlreadyTheirs" }
  /** It was reported lost: what is found again is destroyed, so that two people never show one card. */
  | { readonly type: "ReportedLost" }
  /** `ids`: the records whose number it is. */
  | { readonly type: "HeldByOthers"; readonly ids: readonly string[] }
  | { readonly type: "TooManyCards"; readonly most: number };

/** Gives a record a card whose number was printed before. `holders`: records that are known to have the number. */
export const attachCard = <H extends CardHolder>(
  holder: H,
  typed: string,
  holders: readonly CardHolder[],
): Result<H, AttachCardError> => {
  const number = parseShortCode(typed);
  if (!number.ok) return number;
  const { code } = number.value;
  const others = holders.filter((other) => other._id !== holder._id);
  if ([holder, ...others].some((one) => isLostCard(one, code))) return err({ type: "ReportedLost" });
  if (allNumbersOf(holder).includes(code)) return err({ type: "AlreadyTheirs" });
  if (others.length > 0) return err({ type: "HeldByOthers", ids: others.map(({ _id }) => _id) });
  const cards = holder.cards ?? [];
  return cards.length < mostCards
    ? ok({ ...holder, cards: [...cards, code] })
    : err({ type: "TooManyCards", most: mostCards });
};

/** Reports a card as lost: its number still finds the record, and says so to whoever is shown it. */
export const loseCard = <H extends CardHolder>(holder: H, number: string): Result<H, never> => {
  if (isLostCard(holder, number)) return ok(holder);
  const { cards = [], ...rest } = holder;
  const left = cards.filter((card) => card !== number);
  return ok({
    ...(rest as H),
    ...(left.length > 0 && { cards: left }),
    lostCards: [...(holder.lostCards ?? []), number].slice(-mostCards),
  });
};
