import "./app-header.css";
import { type FocusEvent, type ReactNode, useState } from "react";
import { Mark } from "../display/mark.tsx";

export type AppHeaderProps = {
  /** Where one is working: one line, the whole of it when tapped. */
  readonly title: string;
  /** Who is working: under the whole title. Without a lock always shown, as a line under the title. */
  readonly detail?: ReactNode;
  /** `HeaderStatus`: the state of things in words, and how many wait. */
  readonly status?: ReactNode;
  /** `LockButton`: closes the phone to everybody else. */
  readonly lock?: ReactNode;
};

export const AppHeader = ({ title, detail, status, lock }: AppHeaderProps) => (
  <header className="p-header">
    <Mark />
    {lock ? (
      <HeaderTitle title={title} detail={detail} />
    ) : (
      <div className="p-header__words">
        <p className="p-header__title">
          <span>{title}</span>
          {detail && <small>{detail}</small>}
        </p>
      </div>
    )}
    {status}
    {lock}
  </header>
);

/** A tap unfolds the whole name under the header, over the page: nothing is moved. */
const HeaderTitle = ({ title, detail }: Pick<AppHeaderProps, "title" | "detail">) => {
  const [isWhole, setWhole] = useState(false);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setWhole(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus is only watched as it leaves the button
    <div className="p-header__words" onBlur={leave}>
      <button
        type="button"
        className="p-header__title"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
        onKeyDown={({ key }) => key === "Escape" && setWhole(false)}
      >
        <span>{title}</span>
      </button>
      {isWhole && (
        <div className="p-header__whole">
          <p>{title}</p>
          {detail && <p>{detail}</p>}
        </div>
      )}
    </div>
  );
};
