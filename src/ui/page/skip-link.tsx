import "./skip-link.css";
import type { MouseEvent } from "react";
import { useT } from "../../i18n/use-t.ts";

/** First in the tab order; leads past header and bar to `Page`. */
export const SkipLink = () => {
  const t = useT();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById("main")?.focus();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is page navigation, without a step in the history
    <a className="p-skip-link" href="#main" onClick={skip}>
      {t("ui.skip")}
    </a>
  );
};
