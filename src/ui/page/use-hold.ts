import { type PointerEvent, useRef } from "react";

/** Milliseconds that nobody presses by mistake. */
export const holdFor = 3_000;

type Handlers = {
  readonly onClick: () => void;
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp?: () => void;
  readonly onPointerCancel?: () => void;
  readonly onContextMenu?: (event: { preventDefault(): void }) => void;
};

/** A button that does one thing when it is pressed and another when it is held. */
export const useHold = (onPress: () => void, onHold: (() => void) | undefined): Handlers => {
  const timer = useRef(0);
  if (!onHold) return { onClick: onPress };
  const letGo = () => window.clearTimeout(timer.current);
  const hold = ({ currentTarget, pointerId }: PointerEvent<HTMLElement>) => {
    letGo();
    // A header that is drawn anew, or a hand that trembles, does not let it slip.
    currentTarget.setPointerCapture(pointerId);
    timer.current = window.setTimeout(onHold, holdFor);
  };
  return {
    onClick: onPress,
    onPointerDown: hold,
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onContextMenu: (event) => event.preventDefault(), // a long touch would open the browser's menu
  };
};
