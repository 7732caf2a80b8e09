import type { CheckPin } from "../../../device/keyring/pin.ts";
import type { Unexpected } from "../sign-in-or-unlock.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** Wrong PINs in a row that lock fully. */
export const mostTries = 5;
/** Milliseconds after the passphrase or the fingerprint in which a PIN opens anything: a long shift. */
export const longest = 12 * 3_600_000;

export type SoftLockState =
  | { readonly state: "noPin" }
  | { readonly state: "open" }
  | { readonly state: "locked"; readonly triesLeft: number };

/** Why a PIN opens nothing any more. */
export type SoftLockEnd = "tries" | "hours" | undefined;

export type SoftLock = {
  readonly state: () => SoftLockState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Of a page that is open: one that locked while the PIN was derived keeps what it had. */
  readonly choose: (check: CheckPin) => void;
  /** Takes the screens away and waits for the PIN. False where there is none, or its time is over: then the app locks fully. */
  readonly lock: () => boolean;
  /** Answers with why the digits could not be checked; the try counts all the same. */
  readonly unlock: (digits: string) => Promise<Unexpected | undefined>;
  /** The PIN opens nothing from now on; where the page waits for it, it locks fully. */
  readonly forget: () => void;
  /** Locks fully where the time is over, whatever became of the timers while the phone slept. */
  readonly look: () => void;
};

type Options = {
  /** Since the passphrase or the fingerprint. */
  readonly passed: Stopwatch;
  readonly screens: { readonly hide: () => void; readonly show: () => void };
  readonly onEnd: (why: SoftLockEnd) => void;
};

/** Lock of a page whose keys stay in memory. One for each unlocking: its PIN is gone with the page, and so are its tries. */
export const openSoftLock = ({ passed, screens, onEnd }: Options): SoftLock => {
  const listeners = new Set<() => void>();
  let now: SoftLockState = { state: "noPin" };
  let check: CheckPin | undefined;
  let wrong = 0;
  const become = (next: SoftLockState) => {
    now = next;
    for (const listener of listeners) listener();
  };
  const isOver = () => passed() >= longest;
  const end = (why: SoftLockEnd) => {
    if (!check) return;
    check = undefined;
    onEnd(why);
  };
  return {
    state: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (chosen) => {
      if (now.state === "locked") return;
      check = chosen;
      become({ state: "open" });
    },
    lock: () => {
      if (!check || isOver()) return false;
      if (now.state === "locked") return true;
      screens.hide();
      become({ state: "locked", triesLeft: mostTries - wrong });
      return true;
    },
    unlock: async (digits) => {
      if (now.state !== "locked" || !check) return;
      if (isOver()) return void end("hours");
      wrong += 1; // before it is tried: many at once are many tries
      const answer = wrong <= mostTries && (await check(digits).catch(unexpected));
      if (now.state !== "locked" || !check) return;
      if (isOver()) return void end("hours");
      if (answer === true) {
        wrong = 0;
        screens.show();
        return void become({ state: "open" });
      }
      if (wrong >= mostTries) return void end("tries");
      become({ state: "locked", triesLeft: mostTries - wrong });
      return answer || undefined;
    },
    forget: () => {
      if (now.state === "locked") return end(undefined);
      check = undefined;
      become({ state: "noPin" });
    },
    look: () => {
      if (check && isOver()) end("hours");
    },
  };
};

const unexpected = (): Unexpected => ({ type: "Unexpected" });
