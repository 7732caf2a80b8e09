import { createHmac, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { openKeyedLimit } from "./keyed-limit.ts";
import { openSlowLane } from "./slow-lane.ts";
import { openWindowedCounter } from "./windowed-counter.ts";

/** A name and a password that is yet to be checked. */
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
  /** The same for the code of an invitation: 128 bits cannot be guessed, so no guesses lock it, but it takes its turn. */
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
  /** Of those for an account where it has signed in: judged at once; the others take turns in the slow lane. */
  readonly atOnceWherePeopleWork: number;
  /** The same of those from one address. */
  readonly atOncePerAddress: number;
};

export const usualLimits: LoginLimits = {
  perAccountAndAddress: 5,
  perAddress: 100,
  perAccount: 100,
  windowMs: 5 * 60_000,
  atOnceWherePeopleWork: 5,
  atOncePerAddress: 80,
};

/** From an address with a successful sign-in, more wrong ones: others behind it may be guessing. */
const wherePeopleWork = 5;
const knownMs = 10 * 60_000;
const mostKnown = 10_000;
/** Checking a password costs the server a quarter of a second: one address gets so many at once, its others wait. */
const proofsPerAddress = 4;
const mostWaiting = 300;

/**
 * Stands before what checks passwords, the embedded store or a CouchDB that sees only our address. A name that does not exist
 * is counted like one that does. Attempts for one account from one address are judged one after the other, so fifty at once are
 * five guesses. What was right lately passes: replicators and workers send the password with every request.
 */
export const openLoginGuard = (
  limits: LoginLimits = usualLimits,
  now: () => number = Date.now,
  chance = { wait: (ms: number): Promise<unknown> => wait(ms, undefined, { ref: false }), random: Math.random },
): LoginGuard => {
  const mostWhereTheyWork = limits.perAccountAndAddress * wherePeopleWork;
  const slowPairs = openSlowLane(limits.windowMs / (mostWhereTheyWork - limits.atOnceWherePeopleWork), chance);
  const slowAddresses = openSlowLane(limits.windowMs / (limits.perAddress - limits.atOncePerAddress), chance);
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

  const refusal = (attempt: LoginAttempt): Refusal | undefined => {
    const { pair, account, address } = keysOf(attempt);
    const isMet = met.has(pair);
    const isWhereTheyWork = isMet && attempt.phone === undefined;
    if (wrong.count(pair) >= (isWhereTheyWork ? mostWhereTheyWork : limits.perAccountAndAddress)) return "locked";
    if (isWhereTheyWork && wrong.count(pair) >= limits.atOnceWherePeopleWork) return "slowly";
    // Guesses from elsewhere never slow down an account on a phone or an address from which it has signed in.
    if (attempt.phone !== undefined || isMet) return undefined;
    if (wrong.count(account) >= limits.perAccount) return "locked";
    if (wrong.count(address) >= limits.perAddress) return "tooMany";
    return wrong.count(address) >= limits.atOncePerAddress ? "slowlyHere" : undefined;
  };

  /** Refuses whom no lot is drawn for. */
  const drawn = async (attempt: LoginAttempt, judged: Refusal | undefined): Promise<Refusal | undefined> => {
    const { pair, address } = keysOf(attempt);
    if (judged === "slowly") return (await slowPairs.enter(pair)) ? undefined : "locked";
    if (judged === "slowlyHere") return (await slowAddresses.enter(address)) ? undefined : "tooMany";
    return judged;
  };

  const learn = (attempt: LoginAttempt, outcome: "right" | "wrong" | "unclear") => {
    const { pair, account, address } = keysOf(attempt);
    const digest = digestOf(attempt);
    if (outcome === "wrong") {
      known.delete(digest);
      // Mistakes on a known phone are no reason to stop strangers.
      for (const one of attempt.phone === undefined ? [pair, account, address] : [pair]) wrong.add(one);
    }
    if (outcome !== "right") return;
    keepNewest(met.add(pair));
    keepNewest(known.set(digest, { name: attempt.name, until: now() + knownMs }));
    wrong.clear((one) => one === pair);
  };

  const admitBy = (judgement: typeof refusal) => {
    const admit = async (attempt: LoginAttempt): Promise<Admission> => {
      const digest = digestOf(attempt);
      if (isKnown(digest)) return { type: "known" };
      const first = judgement(attempt);
      const early = await drawn(attempt, first);
      if (early) return { type: early === "locked" ? early : "tooMany" };
      const endPair = await perPair.take(keysOf(attempt).pair);
      const endAddress = endPair && (await perAddress.take(attempt.phone ?? attempt.address));
      const leave = () => {
        endAddress?.();
        endPair?.();
      };
      const late = endAddress ? judgement(attempt) : "tooMany";
      const isSlow = late === "slowly" || late === "slowlyHere";
      if ((late && !(isSlow && late === first)) || isKnown(digest)) {
        leave();
        if (isSlow) return admit(attempt);
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
    return admit;
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

/** `slowly`: for this account, where it has signed in; `slowlyHere`: from this address. */
type Refusal = "locked" | "tooMany" | "slowly" | "slowlyHere";

const pairKey = (name: string, address: string) => `pair ${JSON.stringify(name)} ${address}`;

const keepNewest = (kept: Map<string, unknown> | Set<string>): void => {
  const [oldest] = kept.keys();
  if (kept.size > mostKnown && oldest !== undefined) kept.delete(oldest);
};
