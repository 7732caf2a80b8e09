/** What the two clocks said at one moment (milliseconds since 1970). */
export type ClockSample = { readonly phone: number; readonly server: number };

/** One answer of the server: its `Date` header, and the phone's clock when it was asked for and when it came. */
export type DatedAnswer = { readonly date: string | null; readonly asked: number; readonly answered: number };

/**
 * The time as well as this phone can know it. Nothing is ordered by it and nothing refused for it; but what people read (who came
 * when, how old somebody is) should not be of 1970 because a battery was flat.
 */
export type PhoneClock = {
  now(): number;
  /** Milliseconds by which the phone's own clock is ahead; negative where it is behind; 0 where it is right enough. */
  skew(): number;
  heard(answer: DatedAnswer): void;
};

/** From here on (ms) a clock is called wrong. */
export const clockTolerance = 120_000;
/** Milliseconds between two contacts that are kept for the next start. */
const keepEvery = 60_000;

export const openPhoneClock = (options: {
  readonly phone: () => number;
  /** The last contact of an earlier visit. */
  readonly kept: ClockSample | undefined;
  readonly keep: (contact: ClockSample) => void;
  readonly onSkew: (skew: number) => void;
}): PhoneClock => {
  const { phone, keep, onSkew } = options;
  let last = options.kept;
  let isFresh = false;
  let keptAt = Number.NEGATIVE_INFINITY;
  let said = 0;

  const skew = (): number => {
    const assumed = last ? skewSince(last, phone(), isFresh) : 0;
    return Math.abs(assumed) > clockTolerance ? assumed : 0;
  };
  const say = () => {
    if (Math.abs(skew() - said) < 1_000) return;
    said = skew();
    onSkew(said);
  };
  say();
  return {
    now: () => phone() - skew(),
    skew,
    heard: (answer) => {
      const contact = contactOf(answer);
      if (!contact) return;
      last = contact;
      isFresh = true;
      say();
      if (Math.abs(contact.server - keptAt) < keepEvery) return;
      keptAt = contact.server;
      keep(contact);
    },
  };
};

/**
 * How far a clock that reads `phone` is ahead, after that contact. A clock that went on from there is as wrong as it was; one that
 * stands before it was set, or lost its battery: at least the time up to that contact is missing. After a new start a clock that
 * was behind and is past that contact now has been set right by hand.
 */
export const skewSince = (last: ClockSample, phone: number, isFresh: boolean): number => {
  const then = last.phone - last.server;
  const wentOn = phone >= last.phone;
  const isPast = phone >= last.server;
  if (wentOn && (isFresh || then > 0 || !isPast)) return then;
  return isPast ? 0 : phone - last.server;
};

/** The server names whole seconds; the moment of its answer lies somewhere between asking and hearing. */
const contactOf = ({ date, asked, answered }: DatedAnswer): ClockSample | undefined => {
  const server = Date.parse(date ?? "") + 500;
  const took = answered - asked;
  const isUsable = Number.isFinite(server) && took >= 0 && took < clockTolerance / 2;
  return isUsable ? { server, phone: Math.round(asked + took / 2) } : undefined;
};
