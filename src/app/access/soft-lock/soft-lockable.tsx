import { Activity, type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import type { DetachableScreens } from "./detachable-screens.ts";

type Props = {
  readonly screens: DetachableScreens;
  /** Once they stand there again, drawn. */
  readonly onShown: (() => void) | undefined;
  readonly isLocked: boolean;
  /** What stands there instead. */
  readonly page: ReactNode;
  readonly children: ReactNode;
};

/**
 * Screens that a lock takes out of the document and a PIN puts back, with what was typed. While locked they sleep: nothing of them listens to a
 * key, opens a dialog or moves in the history (`Activity`).
 */
export const SoftLockable = ({ screens, onShown, isLocked, page, children }: Props) => {
  // After the effects of the screens themselves, which give the focus to a title.
  useEffect(() => {
    if (!isLocked) onShown?.();
  }, [onShown, isLocked]);
  return (
    <>
      {/* First, so that the screens stand in the document before any of them is measured. */}
      <div ref={screens.standIn} style={contents} />
      {createPortal(<Activity mode={isLocked ? "hidden" : "visible"}>{children}</Activity>, screens.element)}
      {isLocked && page}
    </>
  );
};

const contents = { display: "contents" } as const;
