import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useNavigation } from "../page/navigation.tsx";

type ListPaneProps = { readonly entry: number | string; readonly children: ReactNode };

/** Scrolls by itself, and is scrolled as it was left when one comes back to it. */
export const ListPane = ({ entry, children }: ListPaneProps) => {
  const { kept } = useNavigation();
  const pane = useRef<HTMLDivElement>(null);
  const key = `${entry} scroll`;
  useLayoutEffect(() => {
    if (pane.current) pane.current.scrollTop = Number(kept.get(key) ?? 0);
  }, [kept, key]);
  return (
    <div
      className="p-panes__list"
      data-place="list"
      ref={pane}
      onScroll={({ currentTarget }) => kept.set(key, currentTarget.scrollTop)}
    >
      {children}
    </div>
  );
};
