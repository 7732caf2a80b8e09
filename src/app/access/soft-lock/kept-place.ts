/** Puts the page back to where somebody was: what was scrolled, and the field with the focus. */
export type KeptPlace = () => void;

/**
 * To be called before the screens leave the document: what is outside of it is scrolled nowhere and has no focus. `focusBefore` had it when the page went out
 * of sight: a covered page loses it.
 */
export const keepPlace = (screens: Element, focusBefore: Element | null): KeptPlace => {
  const { scrollX, scrollY } = window;
  const scrolled = [...screens.querySelectorAll("*")]
    .filter(({ scrollTop, scrollLeft }) => scrollTop > 0 || scrollLeft > 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  const focused = [document.activeElement, focusBefore].find((element) => element && screens.contains(element));
  return () => {
    for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: "instant" });
    window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
};
