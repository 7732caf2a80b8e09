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
  /** Something waits there: said in words by `label`, marked by a dot. */
  readonly calls?: boolean | undefined;
};

/** The main places, at most five; a side bar from 900 px. */
export const BottomBar = ({ places }: { readonly places: readonly BarPlace[] }) => {
  const t = useT();
  return (
    <nav className="p-bar" aria-label={t("ui.places")}>
      {places.map(({ href, label, icon, isCurrent, calls }) => (
        <Link
          key={href}
          href={href}
          className="p-bar__place"
          aria-current={isCurrent ? "page" : undefined}
          data-calls={calls || undefined}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
};
