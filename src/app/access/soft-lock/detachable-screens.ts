/** The screens of the app, in an element that can leave the document with all that they show. */
export type DetachableScreens = {
  readonly element: HTMLElement;
  /** Where it stands in the document; the ref of an element that stays. */
  readonly standIn: (place: HTMLElement | null) => void;
  readonly hide: () => void;
  readonly show: () => void;
};

/** At once, without waiting for anything to be drawn: from `hide` on, no word of theirs is in the document. */
export const openDetachableScreens = (): DetachableScreens => {
  const element = document.createElement("div");
  element.style.display = "contents";
  let place: HTMLElement | null = null;
  let isHidden = false;
  const stand = () => {
    if (!isHidden) place?.append(element);
  };
  return {
    element,
    standIn: (now) => {
      place = now;
      stand();
    },
    hide: () => {
      isHidden = true;
      element.remove();
    },
    show: () => {
      isHidden = false;
      stand();
    },
  };
};
