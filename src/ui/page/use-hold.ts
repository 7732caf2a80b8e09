import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";

/** Milliseconds that nobody presses by mistake. */
export const holdFor = 3_000;
/** Milliseconds of an ordinary tap: until then nothing is said of what holding does. */
const tap = 400;
/**
 * Milliseconds that one look counts at most. A page that stood still did not see whether the finger had left: a tap on a slow phone must not count
 * for as long as the phone was busy.
 */
const mostPerLook = 100;
/** Milliseconds held after one look more, which comes `since` milliseconds after the one before. */
export const heldAfter = (held: number, since: number): number => held + Math.min(Math.max(0, since), mostPerLook);

type Handlers = {
  readonly onClick: () => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onLostPointerCapture: () => void;
  readonly onContextMenu: (event: { preventDefault(): void }) => void;
};

/** `held`: milliseconds so far, once it is longer than a tap. */
type Held = { readonly handlers: Handlers; readonly held: number | undefined };

/** Calls `onPress` for a tap or a key, and `onHold` once a button has been held for `holdFor`; let go in between it is a press, and a page that is left or gone ends it. */
export const useHold = (onPress: () => void, onHold: () => void): Held => {
  const [held, setHeld] = useState<number>();
  const frame = useRef(0);
  /** Whether the press that ends now was longer than a tap. */
  const wasHeld = useRef(false);
  const latest = useRef(onHold);
  latest.current = onHold;

  const letGo = useCallback(() => {
    cancelAnimationFrame(frame.current);
    setHeld(undefined);
  }, []);
  useEffect(() => {
    document.addEventListener("visibilitychange", letGo);
    return () => {
      document.removeEventListener("visibilitychange", letGo);
      cancelAnimationFrame(frame.current);
    };
  }, [letGo]);

  const hold = ({ currentTarget, pointerId, isPrimary, button }: PointerEvent<HTMLElement>) => {
    letGo();
    wasHeld.current = false;
    if (!isPrimary || button !== 0) return;
    // A header that is drawn anew, or a hand that trembles, does not let it slip.
    currentTarget.setPointerCapture(pointerId);
    let [sum, before] = [0, performance.now()];
    const look = (now: number) => {
      sum = heldAfter(sum, now - before);
      before = now;
      if (sum >= holdFor) {
        letGo();
        return latest.current();
      }
      if (sum > tap) {
        wasHeld.current = true;
        setHeld(sum);
      }
      frame.current = requestAnimationFrame(look);
    };
    frame.current = requestAnimationFrame(look);
  };
  return {
    held,
    handlers: {
      onClick: () => {
        if (!wasHeld.current) onPress();
        wasHeld.current = false;
      },
      onPointerDown: hold,
      // A slow tap is one, too: a phone must not stay open because a glove pressed too long. Phones send no click after a long touch.
      onPointerUp: () => {
        letGo();
        if (wasHeld.current) onPress();
      },
      onPointerCancel: letGo,
      onLostPointerCapture: letGo,
      onContextMenu: (event) => event.preventDefault(), // a long touch would open the browser's menu
    },
  };
};
