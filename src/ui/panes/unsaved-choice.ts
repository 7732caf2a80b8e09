import { useEffect } from "react";

/** Pages in view on which something is chosen and not saved. */
let open = 0;

/** Says that this page holds a choice that is not saved: a key that is pressed by mistake does not close it. */
export const useUnsavedChoice = (isUnsaved: boolean): void =>
  useEffect(() => {
    if (!isUnsaved) return;
    open += 1;
    return () => {
      open -= 1;
    };
  }, [isUnsaved]);

export const hasUnsavedChoice = (): boolean => open > 0;
