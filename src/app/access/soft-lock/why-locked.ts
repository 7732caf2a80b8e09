/**
 * Why this page stands locked. A word for the page that is loaded next in this tab; says nothing of anybody. `soft`: nobody locked it fully, so the page
 * was closed or loaded anew behind the PIN. `wiped`: what was here is destroyed.
 */
export type WhyLocked = "soft" | "tries" | "hours" | "pause" | "wiped";

const name = "prystan.lockedBy";
const all: readonly string[] = ["soft", "tries", "hours", "pause", "wiped"] satisfies readonly WhyLocked[];

export const noteWhyLocked = (why: WhyLocked | undefined): void => {
  if (why === undefined) sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, why);
};

export const takeWhyLocked = (): WhyLocked | undefined => {
  const why = sessionStorage.getItem(name);
  noteWhyLocked(undefined);
  return all.includes(why ?? "") ? (why as WhyLocked) : undefined;
};
