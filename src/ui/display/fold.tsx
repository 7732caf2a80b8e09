import "./fold.css";
import { type ReactNode, type Ref, useEffect, useId, useRef } from "react";
import { hook } from "../test-hooks.ts";
import { Icon } from "./icon.tsx";

export type FoldProps = {
  readonly title: string;
  /** One line under the title: what is in there, or what it is for. */
  readonly detail: ReactNode;
  /** What has to be seen while it is closed. */
  readonly badge?: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly toggleRef?: Ref<HTMLButtonElement> | undefined;
  readonly children: ReactNode;
};

/** A section that opens by its title. What stands in it is there only while it is open. */
export const Fold = ({ title, detail, badge, open, onToggle, toggleRef, children }: FoldProps) => {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where another section closes above, the title that was tapped would be gone from under the finger.
    if (open) section.current?.scrollIntoView({ block: "start" });
  }, [open]);
  return (
    <section ref={section} aria-labelledby={id}>
      <h2>
        <button
          ref={toggleRef}
          type="button"
          className="p-fold__toggle"
          data-test={hook("fold")}
          aria-expanded={open}
          aria-controls={open ? `${id}-body` : undefined}
          onClick={onToggle}
        >
          <span className="p-fold__words">
            <strong id={id}>{title}</strong>
            <span>{detail}</span>
          </span>
          {badge}
          <Icon name="down" />
        </button>
      </h2>
      {open && (
        <div className="p-fold__body" id={`${id}-body`}>
          {children}
        </div>
      )}
    </section>
  );
};
