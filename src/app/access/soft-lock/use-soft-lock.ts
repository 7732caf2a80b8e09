import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useI18nContext } from "../../../i18n/i18n-context.ts";
import { isLanguage } from "../../../i18n/languages.ts";
import { addWords } from "../../../i18n/start-i18n.ts";
import { type DetachableScreens, openDetachableScreens } from "./detachable-screens.ts";
import type { PageLock } from "./open-page-lock.ts";
import type { PinParts } from "./pin-parts.ts";
import type { SoftLockEnd } from "./soft-lock.ts";
import { clocksNow } from "./stopwatch.ts";

/** What chooses a PIN and asks for it. */
export type PinSetup = PinParts & { readonly softLock: PageLock };

type Options = {
  /** Whether to fetch it; in memory from then on: a phone asks for a PIN without a network or a worker. */
  readonly isWanted: boolean;
  /** Whether it is to be there with the first screen; else it keeps out of the way of the first taps. */
  readonly isUrgent: boolean;
  /** A tab that handed over to another one forgets its PIN: each person has one on a phone, so its tries are counted once. */
  readonly isHandedOver: boolean;
  /** Locks fully. */
  readonly onEnd: (why: SoftLockEnd) => void;
};
type Answer = {
  /** Undefined until it is fetched, or where it cannot be fetched: no PIN is offered then. */
  readonly pin: PinSetup | undefined;
  readonly screens: DetachableScreens;
  readonly isSoftLocked: boolean;
};

/** The soft lock of the account that has just been unlocked. */
export const useSoftLock = ({ isWanted, isUrgent, isHandedOver, onEnd }: Options): Answer => {
  const { i18n } = useI18nContext();
  const [began] = useState(clocksNow);
  const [screens] = useState(openDetachableScreens);
  const [pin, setPin] = useState<PinSetup>();
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    if (!isWanted) return;
    const language = isLanguage(i18n.language) ? i18n.language : "en";
    const open = (parts: PinParts): PinSetup => {
      const softLock = parts.openPageLock({ began, screens, onEnd: (why) => latest.current(why) });
      return { ...parts, softLock };
    };
    const load = () =>
      Promise.all([import("./pin-parts.ts"), addWords(i18n, language, "later")]).then(
        ([{ pinParts }]) => setPin((before) => before ?? open(pinParts)),
        atTheNextUnlocking,
      );
    const timer = window.setTimeout(load, isUrgent ? 0 : aMoment);
    return () => window.clearTimeout(timer);
  }, [i18n, isWanted, isUrgent, began, screens]);
  const softLock = pin?.softLock;
  const state = useSyncExternalStore(softLock?.subscribe ?? never, () => softLock?.state().state);
  const hasPin = state === "open" || state === "locked";
  useEffect(() => {
    if (isHandedOver) softLock?.forget();
  }, [softLock, isHandedOver]);
  useEffect(() => (hasPin ? softLock?.watch() : undefined), [softLock, hasPin]);
  return { pin, screens, isSoftLocked: state === "locked" };
};

/** Milliseconds in which the first screen comes to rest. */
const aMoment = 2_000;
const atTheNextUnlocking = () => {};
const never = () => () => {};
