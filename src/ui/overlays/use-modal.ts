import { type RefObject, useLayoutEffect } from "react";

/** Opens and closes a native `<dialog>` as a modal. Focus starts on the title (`[tabindex="-1"]`), so that Enter
 *  from a glove or a scanner presses nothing, and the browser gives it back on closing. */
export const useModal = (dialog: RefObject<HTMLDialogElement | null>, open: boolean): void => {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !open) return;
    element.showModal();
    element.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    return () => element.close();
  }, [dialog, open]);
};
