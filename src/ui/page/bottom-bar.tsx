import "./bottom-bar.css";
import { useT } from "../../i18n/use-t.ts";
import { Link } from "../actions/link.tsx";
import { Icon } from "../display/icon.tsx";
import type { IconName } from "../display/icon-shapes.ts";

export type BarPlace = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly isCurrent: boolean;
  /** How many matters are open there: a red number. `words` says it aloud. */
  readonly calls?: { readonly count: number; readonly words: string } | undefined;
};

/** The main places, at most four beside the page's own button; a side bar from 900 px. */
export const BottomBar = ({ places }: { readonly places: readonly BarPlace[] }) => {
  const t = useT();
  return (
    <nav className="p-bar" aria-label={t("ui.places")}>
      {places.map(({ href, label, icon, isCurrent, calls }) => (
        <Link key={href} href={href} className="p-bar__place" aria-current={isCurrent ? "page" : undefined}>
          <span className="p-bar__picture">
            <Icon name={icon} />
            {calls && calls.count > 0 && (
              <span className="p-bar__calls" role="img" aria-label={calls.words}>
                {calls.count > mostShown ? `${mostShown}+` : calls.count}
              </span>
            )}
          </span>
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
};

const mostShown = 99;
