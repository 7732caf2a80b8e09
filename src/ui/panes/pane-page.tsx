import { createContext, useContext, useEffect, useId, useRef } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Link } from "../actions/link.tsx";
import { Icon } from "../display/icon.tsx";
import { useNavigation } from "../page/navigation.tsx";
import { type PageProps, useWindowTitle } from "../page/page.tsx";
import { hook } from "../test-hooks.ts";

/** `isBeside` while a page stands beside the list. */
export const PanePlace = createContext<{ readonly place: "list" | "detail"; readonly isBeside: boolean }>({
  place: "list",
  isBeside: false,
});

/** A page in a pane: its main button stands beside its title, which stays in view, so that it is seen whom the button is about. */
export const PanePage = ({ title, windowTitle = title, back, lede, children, action, more }: PageProps) => {
  const t = useT();
  const { hasFollowed } = useNavigation();
  const { place, isBeside } = useContext(PanePlace);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const isFirst = place === "detail" || !isBeside;
  const Heading = isFirst ? "h1" : "h2";

  useWindowTitle(isFirst ? windowTitle : undefined);
  // Once, as the pane is opened: the list is not opened anew when what stands beside it is closed.
  const takesFocus = useRef(isFirst);
  useEffect(() => {
    if (takesFocus.current && hasFollowed()) heading.current?.focus({ preventScroll: true });
  }, [hasFollowed]);

  return (
    <section className="p-page" aria-labelledby={titleId}>
      <div className="p-pane__head">
        {back !== undefined && (
          <Link className="p-page__back" data-test={hook("back")} href={back} isWayBack aria-label={t("ui.back")}>
            <Icon name="back" />
          </Link>
        )}
        <div className="p-pane__title">
          <Heading className="p-pane__heading" id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </Heading>
          {lede && <p className="p-page__lede">{lede}</p>}
        </div>
        {action && (
          <div className="p-pane__action" data-test={hook("main-action")}>
            {action}
          </div>
        )}
      </div>
      <div className="p-page__body">
        {more && <div className="p-page__more">{more}</div>}
        {children}
      </div>
    </section>
  );
};
