import type { Dexie, Table } from "dexie";
import type { Holder } from "./holder.ts";

export type ResetError =
  | { readonly type: "WrongResetCode"; readonly left: number }
  /** No code opens anything here: five were wrong, or none was ever made. */
  | { readonly type: "ResetCodeVoid" };

/** Counts wrong reset codes on this phone: a code names nobody, so each wrong one is a try of everybody who has one. */
export type ResetTries = {
  /** Counts a try before it is tried, also one that the page does not outlive. Answers whose codes may still be tried. */
  count(): Promise<readonly Holder[]>;
  /** It was this person's code: the try was none, of nobody. */
  right(id: string): Promise<void>;
  /** Takes away what no code may open any more. */
  wrong(): Promise<ResetError>;
  refusal(): Promise<ResetError>;
};

/** Wrong codes in a row after which no code opens anything; the next passphrase that opens the phone makes another one. */
const mostResetTries = 5;

export const openResetTries = (database: Dexie, holders: Table<Holder, string>): ResetTries => {
  const change = (by: (holder: Changing) => void): Promise<readonly Holder[]> =>
    database.transaction("rw", holders, async () => {
      await holders.toCollection().modify((holder) => {
        if (hasCode(holder)) by(holder);
      });
      return (await holders.toArray()).filter(hasCode);
    });
  const refusal = (left: readonly Holder[]): ResetError => {
    const most = Math.max(0, ...left.map(({ resetTries = 0 }) => mostResetTries - resetTries));
    return most > 0 ? { type: "WrongResetCode", left: most } : { type: "ResetCodeVoid" };
  };
  return {
    count: async () => {
      const counted = await change((holder) => {
        holder.resetTries = (holder.resetTries ?? 0) + 1;
      });
      return counted.filter(({ resetTries = 0 }) => resetTries <= mostResetTries);
    },
    right: async (id) => {
      await change((holder) => {
        holder.resetTries = holder.id === id ? 0 : Math.max(0, (holder.resetTries ?? 0) - 1);
      });
    },
    wrong: async () => {
      const left = await change((holder) => {
        if ((holder.resetTries ?? 0) < mostResetTries) return;
        delete holder.reset;
        delete holder.byReset;
      });
      return refusal(left);
    },
    refusal: async () => refusal((await holders.toArray()).filter(hasCode)),
  };
};

/** A holder while it is written. */
export type Changing = { -readonly [Field in keyof Holder]: Holder[Field] };

const hasCode = ({ reset, byReset }: Holder): boolean => reset !== undefined || byReset !== undefined;
