import { type KeptPlace, keepPlace } from "./kept-place.ts";

/** The screens of the app, in an element that can leave the document with all that they show. */
export type DetachableScreens = {
  readonly element: HTMLElement;
  /** Where it stands in the document; the ref of an element that stays. */
  readonly standIn: (place: HTMLElement | null) => void;
  readonly hide: () => void;
  readonly show: () => void;
  /** Once they are drawn again. */
  readonly restorePlace: () => void;
};

/** At once, without waiting for anything to be drawn: from `hide` on, no word of theirs is in the document. */
export const openDetachableScreens = (): DetachableScreens => {
  const element = document.createElement("div");
  element.style.display = "contents";
  let place: HTMLElement | null = null;
  let kept: KeptPlace | undefined;
  let isHidden = false;
  return {
    element,
    standIn: (now) => {
      place = now;
      if (!isHidden) place?.append(element);
    },
    hide: () => {
      isHidden = true;
      kept = keepPlace(element);
      element.remove();
    },
    show: () => {
      isHidden = false;
      place?.append(element);
    },
    restorePlace: () => {
      kept?.();
      kept = undefined;
    },
  };
};
