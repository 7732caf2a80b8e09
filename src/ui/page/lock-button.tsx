import "./lock-button.css";
import { useEffect } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Icon } from "../display/icon.tsx";
import { vibrate } from "../feedback/vibrate.ts";
import { hook } from "../test-hooks.ts";
import { holdFor, useHold } from "./use-hold.ts";

type HoldWords = { readonly title: string; readonly text: string };
type Props = {
  /** Closes the phone to everybody else, at once. */
  readonly onLock: () => void;
  /** What holding it for three seconds does, without a question, and what is said as it is held. */
  readonly held?: (HoldWords & { readonly act: () => void }) | undefined;
};

/** In the header: a tap locks. Where a site has switched it on, a ring fills as it is held, and only a full one does more. */
export const LockButton = ({ onLock, held }: Props) =>
  held ? <HeldLock onLock={onLock} held={held} /> : <Lock onClick={onLock} />;

type LockProps = { readonly onClick: () => void } & Partial<ReturnType<typeof useHold>["handlers"]>;

const Lock = (handlers: LockProps) => {
  const t = useT();
  return (
    <button type="button" className="p-header__lock" data-test={hook("lock")} aria-label={t("ui.lock")} {...handlers}>
      <Icon name="lock" />
    </button>
  );
};

type HeldProps = { readonly onLock: () => void; readonly held: HoldWords & { readonly act: () => void } };

const HeldLock = ({ onLock, held: { act, ...words } }: HeldProps) => {
  const { handlers, held } = useHold(onLock, act);
  return (
    <>
      <Lock {...handlers} />
      {held !== undefined && <Ring held={held} {...words} />}
    </>
  );
};

/** How much of the hold is over, as a ring and in seconds; each second can be felt where the phone can shake. */
const Ring = ({ held, title, text }: HoldWords & { readonly held: number }) => {
  const left = Math.ceil((holdFor - held) / 1_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a second
  useEffect(() => vibrate(60), [left]);
  return (
    <div className="p-hold" role="alert">
      <svg viewBox="0 0 64 64" className="p-hold__ring" aria-hidden="true">
        <circle cx="32" cy="32" r="28" />
        <circle cx="32" cy="32" r="28" pathLength="1" strokeDasharray={`${held / holdFor} 1`} />
        <text x="32" y="32">
          {left}
        </text>
      </svg>
      <p className="p-hold__title">{title}</p>
      <p>{text}</p>
    </div>
  );
};
