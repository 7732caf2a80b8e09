import { useRef } from "react";

/** Milliseconds that nobody presses by mistake. */
export const holdFor = 3_000;

type Handlers = {
  readonly onClick: () => void;
  readonly onPointerDown?: () => void;
  readonly onPointerUp?: () => void;
  readonly onPointerLeave?: () => void;
  readonly onPointerCancel?: () => void;
  readonly onContextMenu?: (event: { preventDefault(): void }) => void;
};

/** A button that does one thing when it is pressed and another when it is held. */
export const useHold = (onPress: () => void, onHold: (() => void) | undefined): Handlers => {
  const timer = useRef(0);
  if (!onHold) return { onClick: onPress };
  const letGo = () => window.clearTimeout(timer.current);
  const hold = () => {
    letGo();
    timer.current = window.setTimeout(onHold, holdFor);
  };
  return {
    onClick: onPress,
    onPointerDown: hold,
    onPointerUp: letGo,
    onPointerLeave: letGo,
    onPointerCancel: letGo,
    onContextMenu: (event) => event.preventDefault(), // a long touch would open the browser's menu
  };
};
