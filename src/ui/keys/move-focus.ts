const targets = ":is(a, button):is(.p-row__target, .p-table__target)";

/**
 * Moves the focus to the row above or below. From elsewhere in the list it goes to the row that is open, else to the first in view. In what stands
 * beside the list the arrows scroll, as everywhere, until a row there has the focus. False where there is nothing to move.
 */
export const moveFocus = (step: 1 | -1): boolean => {
  const focused = document.activeElement;
  const pane = focused?.closest("[data-place]") ?? document.querySelector("[data-place=list]");
  const rows = [...(pane?.querySelectorAll<HTMLElement>(targets) ?? [])];
  const place = rows.indexOf(focused as HTMLElement);
  if (place < 0 && pane?.matches("[data-place=detail]")) return false;
  const top = pane?.getBoundingClientRect().top ?? 0;
  const start =
    rows.find((row) => row.matches("[aria-current]")) ?? rows.find((row) => row.getBoundingClientRect().top >= top);
  const next = place < 0 ? start : rows[place + step];
  next?.focus();
  return next !== undefined;
};
