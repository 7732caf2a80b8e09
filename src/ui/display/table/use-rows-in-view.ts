import { type RefObject, useLayoutEffect, useState } from "react";

export type RowsInView = { readonly from: number; readonly to: number };

/** A short table is there as a whole. */
const shortest = 60;
/** Rows above and below those in view: the next one is there before an arrow key asks for it. */
const around = 15;

/** Which rows of a table are in view or near it, and the one with the focus. All rows are equally high. */
export const useRowsInView = (
  body: RefObject<HTMLTableSectionElement | null>,
  count: number,
): readonly RowsInView[] => {
  const [inView, setInView] = useState<InViewAndFocused>({ from: 0, to: shortest });
  useLayoutEffect(() => {
    if (count <= shortest) return;
    const look = () => {
      const row = body.current?.querySelector<HTMLElement>(".p-table__row");
      if (!body.current || !row) return;
      const above = -body.current.getBoundingClientRect().top;
      // To a fraction of a pixel: over thousands of rows it adds up.
      const { height } = row.getBoundingClientRect();
      const focused = placeOfFocus(body.current);
      setInView((before) => {
        const now = rowsInView(before, above, innerHeight, height, count);
        return now === before ? before : { ...now, focused };
      });
    };
    look();
    // Scrolling does not bubble: whatever scrolls is heard on its way down.
    window.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      window.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
    };
  }, [body, count]);
  return count <= shortest ? [{ from: 0, to: count }] : partsOf(inView, count);
};

type InViewAndFocused = RowsInView & {
  /** Stays when it is scrolled out of view, or the focus would be nowhere, and the next arrow key act elsewhere. */
  readonly focused?: number | undefined;
};

const placeOfFocus = (body: HTMLElement): number | undefined => {
  const row = document.activeElement?.closest("tr");
  return row && body.contains(row) ? Number(row.getAttribute("aria-rowindex")) - 2 : undefined;
};

/** The parts of a table that are there: what is in view, and the row with the focus between those that an arrow key leads to. */
export const partsOf = ({ focused, ...inView }: InViewAndFocused, count: number): readonly RowsInView[] => {
  const there = stillThere(inView, count);
  if (focused === undefined || focused >= count) return [there];
  const kept = { from: Math.max(0, focused - 1), to: Math.min(count, focused + 2) };
  if (kept.to < there.from) return [kept, there];
  if (kept.from > there.to) return [there, kept];
  return [{ from: Math.min(kept.from, there.from), to: Math.max(kept.to, there.to) }];
};

/** Of a table that has become shorter: where none of them is left its last rows, so that there is one to measure. */
export const stillThere = ({ from, to }: RowsInView, count: number): RowsInView => ({
  from: from < count ? from : Math.max(0, count - shortest),
  to: Math.min(to, count),
});

/** The same object while what is there is enough, so that nothing is drawn anew for a few pixels. */
export const rowsInView = (
  before: RowsInView,
  above: number,
  height: number,
  rowHeight: number,
  count: number,
): RowsInView => {
  const first = Math.max(0, Math.min(count, Math.floor(above / rowHeight)));
  const last = Math.min(count, first + Math.ceil(height / rowHeight));
  const isEnough = before.from <= Math.max(0, first - 5) && before.to >= Math.min(count, last + 5);
  return isEnough ? before : { from: Math.max(0, first - around), to: Math.min(count, last + around) };
};
