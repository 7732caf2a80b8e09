/** What people were told is saved, kept apart from the code under test. */
export type ConvoyLedger = {
  /** A value, once in a sequence, and what whoever wrote it had been shown in its place. */
  wrote(subject: string, value: string, replaced: readonly unknown[]): void;
  /** Values that nobody replaced who had seen them, with what they were written of. */
  standing(): readonly (readonly [value: string, subject: string])[];
  /** Somebody's record is to end. */
  ends(person: string): void;
  ended(): ReadonlySet<string>;
  /** A tap at the door. */
  tapped(tap: Tap): void;
  taps(): readonly Tap[];
  /** Somebody put on a trip as its driver, or taken off it. */
  drives(word: DriverWord): void;
  driverWords(): readonly DriverWord[];
  /** Something was taken from the account: what it has not sent may have to wait for a person. */
  lost(account: string): void;
  hasLost(account: string): boolean;
};

export type Tap = {
  readonly scan: string;
  /** The boarding as one phone noted it: two that note one act unseen of each other write one scan. */
  readonly noting: string;
  readonly trip: string;
  readonly line: string;
  readonly event: "board" | "unboard" | "no_show";
  /** The notings of boardings that whoever tapped had seen. */
  readonly seen: readonly string[];
  readonly by: string;
};

export type DriverWord = {
  readonly trip: string;
  readonly account: string;
  readonly isOn: boolean;
  readonly by: string;
  /** What the trip's record had seen when it was said, and the name of what was said. */
  readonly stamp: string;
  readonly seen: Readonly<Record<string, number>>;
};

export const openConvoyLedger = (): ConvoyLedger => {
  const values = new Map<string, string>();
  const [ended, losers] = [new Set<string>(), new Set<string>()];
  const taps: Tap[] = [];
  const words: DriverWord[] = [];
  return {
    wrote: (subject, value, replaced) => {
      for (const one of replaced) values.delete(String(one));
      values.set(value, subject);
    },
    standing: () => [...values],
    ends: (person) => void ended.add(person),
    ended: () => ended,
    tapped: (tap) => void taps.push(tap),
    taps: () => taps,
    drives: (word) => void words.push(word),
    driverWords: () => words,
    lost: (account) => void losers.add(account),
    hasLost: (account) => losers.has(account),
  };
};
