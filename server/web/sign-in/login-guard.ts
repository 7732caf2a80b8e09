import { createHmac, randomBytes } from "node:crypto";
import { openKeyedLimit } from "./keyed-limit.ts";
import { openWindowedCounter } from "./windowed-counter.ts";

/** Somebody who says who he is: with a password that is yet to be proven. */
export type LoginAttempt = {
  readonly name: string;
  readonly password: string;
  readonly address: string;
  /** A phone on which this account has worked: others at its address do not count against it. */
  readonly phone?: string;
};

/** What may be done about an attempt: to have it judged (and to tell how it went), or to refuse it without asking. */
export type Admission =
  | { readonly type: "known" }
  | { readonly type: "judge"; readonly end: (outcome: "right" | "wrong" | "unclear") => void }
  | { readonly type: "locked" }
  | { readonly type: "tooMany" };

export type LoginGuard = {
  readonly admit: (attempt: LoginAttempt) => Promise<Admission>;
  /** The same for the code of an invitation: nobody guesses 128 bits, so no guesses lock it, but it takes its turn. */
  readonly admitCode: (attempt: LoginAttempt) => Promise<Admission>;
  /** Whether this very attempt was right lately. */
  readonly isKnown: (attempt: LoginAttempt) => boolean;
  /** A new passphrase opens an account that wrong ones have locked. */
  readonly forget: (name: string) => void;
};

export type LoginLimits = {
  /** Wrong passwords for one account from one address, then it is locked for that address. */
  readonly perAccountAndAddress: number;
  /** Wrong passwords from one address; accounts that signed in there before are not held up by it. */
  readonly perAddress: number;
  /** Wrong passwords for one account from anywhere. */
  readonly perAccount: number;
  readonly windowMs: number;
};

export const usualLimits: LoginLimits = {
  perAccountAndAddress: 5,
  perAddress: 100,
  perAccount: 100,
  windowMs: 5 * 60_000,
};

/** From an address where somebody has signed in, more wrong ones: others behind it may be guessing. */
const wherePeopleWork = 6;
const knownMs = 10 * 60_000;
const mostKnown = 10_000;
/** Checking a password costs the server a quarter of a second: one address gets so many at once, its others wait. */
const proofsPerAddress = 4;
const mostWaiting = 300;

/**
 * Stands before whoever checks passwords, the embedded store or a CouchDB that sees only our address. A name that does not exist
 * is counted like one that does. Attempts for one account from one address are judged one after the other, so fifty at once are
 * five guesses. What was right lately passes: replicators and workers send the password with every request.
 */
export const openLoginGuard = (limits: LoginLimits = usualLimits, now: () => number = Date.now): LoginGuard => {
  const wrong = openWindowedCounter(limits.windowMs, now);
  const perPair = openKeyedLimit(1, mostWaiting);
  const perAddress = openKeyedLimit(proofsPerAddress, mostWaiting);
  const key = randomBytes(32);
  const known = new Map<string, { readonly name: string; readonly until: number }>();
  const met = new Set<string>();

  const digestOf = ({ name, password }: LoginAttempt) =>
    createHmac("sha256", key)
      .update(JSON.stringify([name, password]))
      .digest("base64");
  const isKnown = (digest: string) => (known.get(digest)?.until ?? 0) > now();
  const keysOf = ({ name, address, phone }: LoginAttempt) => ({
    pair: pairKey(name, phone === undefined ? address : `phone ${phone}`),
    account: `account ${name}`,
    address,
  });

  const refusal = (attempt: LoginAttempt): "locked" | "tooMany" | undefined => {
    const { pair, account, address } = keysOf(attempt);
    const isMet = met.has(pair);
    const most = limits.perAccountAndAddress * (isMet && attempt.phone === undefined ? wherePeopleWork : 1);
    if (wrong.count(pair) >= most) return "locked";
    // Others slow down themselves, never whoever has signed in on this phone or from this address.
    if (attempt.phone !== undefined || isMet) return undefined;
    if (wrong.count(account) >= limits.perAccount) return "locked";
    return wrong.count(address) >= limits.perAddress ? "tooMany" : undefined;
  };

  const learn = (attempt: LoginAttempt, outcome: "right" | "wrong" | "unclear") => {
    const { pair, account, address } = keysOf(attempt);
    const digest = digestOf(attempt);
    if (outcome === "wrong") {
      known.delete(digest);
      // Somebody who mistypes on a phone of their own is no reason to stop strangers.
      for (const one of attempt.phone === undefined ? [pair, account, address] : [pair]) wrong.add(one);
    }
    if (outcome !== "right") return;
    keepNewest(met.add(pair));
    keepNewest(known.set(digest, { name: attempt.name, until: now() + knownMs }));
    wrong.clear((one) => one === pair);
  };

  const admitBy =
    (judgement: typeof refusal) =>
    async (attempt: LoginAttempt): Promise<Admission> => {
      const digest = digestOf(attempt);
      if (isKnown(digest)) return { type: "known" };
      const early = judgement(attempt);
      if (early) return { type: early };
      const endPair = await perPair.take(keysOf(attempt).pair);
      const endAddress = endPair && (await perAddress.take(attempt.phone ?? attempt.address));
      const leave = () => {
        endAddress?.();
        endPair?.();
      };
      const late = endAddress ? judgement(attempt) : "tooMany";
      if (late || isKnown(digest)) {
        leave();
        return { type: late ?? "known" };
      }
      let isOver = false;
      return {
        type: "judge",
        end: (outcome) => {
          if (isOver) return;
          isOver = true;
          learn(attempt, outcome);
          leave();
        },
      };
    };

  const forget = (name: string) => {
    wrong.clear((one) => one === `account ${name}` || one.startsWith(pairKey(name, "")));
    for (const [digest, entry] of known) if (entry.name === name) known.delete(digest);
  };
  return {
    admit: admitBy(refusal),
    admitCode: admitBy(() => undefined),
    isKnown: (attempt) => isKnown(digestOf(attempt)),
    forget,
  };
};

const pairKey = (name: string, address: string) => `pair ${JSON.stringify(name)} ${address}`;

const keepNewest = (kept: Map<string, unknown> | Set<string>): void => {
  const [oldest] = kept.keys();
  if (kept.size > mostKnown && oldest !== undefined) kept.delete(oldest);
};
