import { type RefObject, useLayoutEffect, useState } from "react";

export type RowsInView = { readonly from: number; readonly to: number };

/** A short table is there as a whole. */
const shortest = 60;
/** Rows above and below those in view: the next one is there before an arrow key asks for it. */
const around = 15;

/** Which rows of a table are in view or near it. All rows are equally high. */
export const useRowsInView = (body: RefObject<HTMLTableSectionElement | null>, count: number): RowsInView => {
  const [inView, setInView] = useState<RowsInView>({ from: 0, to: shortest });
  useLayoutEffect(() => {
    if (count <= shortest) return;
    const look = () => {
      const row = body.current?.querySelector<HTMLElement>(".p-table__row");
      if (!body.current || !row) return;
      const above = -body.current.getBoundingClientRect().top;
      setInView((before) => rowsInView(before, above, innerHeight, row.offsetHeight, count));
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
  return count <= shortest
    ? { from: 0, to: count }
    : { from: Math.min(inView.from, count), to: Math.min(inView.to, count) };
};

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
