import "./page.css";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Link } from "../actions/link.tsx";
import { Icon } from "../display/icon.tsx";
import { hook } from "../test-hooks.ts";
import { useNavigation } from "./navigation.tsx";

export type PageProps = {
  readonly title: string;
  /** The window's title where the page's own names somebody: windows' titles are kept in histories and shown to others. */
  readonly windowTitle?: string | undefined;
  /** Where the way back leads. */
  readonly back?: string | undefined;
  /** One sentence under the title. */
  readonly lede?: ReactNode;
  readonly children: ReactNode;
  /** The page's one main button, within reach of the thumb: at the end of the bar of places, or in a bar of its own in a form. */
  readonly action?: ReactNode;
  /** Whom or what the main button is about, where the title is out of sight as one reads on: a line over the button. */
  readonly about?: string | undefined;
  /** What else can be done here: under the title, in the page. */
  readonly more?: ReactNode;
};

/** Shows a page in another way than alone on the screen: beside another one, where there is room for two. */
export const PageLook = createContext<((props: PageProps) => ReactNode) | undefined>(undefined);

/** A screen. After a link was followed its title takes the focus, so that a screen reader says where one is. */
export const Page = (props: PageProps) => {
  const Look = useContext(PageLook) ?? WholePage;
  return <Look {...props} />;
};

const WholePage = ({ title, windowTitle = title, back, lede, children, action, about, more }: PageProps) => {
  const t = useT();
  const { hasFollowed } = useNavigation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (hasFollowed()) heading.current?.focus({ preventScroll: true });
  }, [hasFollowed]);

  useWindowTitle(windowTitle);

  return (
    <main className="p-page" id="main" tabIndex={-1}>
      <div className="p-page__head">
        {back !== undefined && (
          <Link className="p-page__back" data-test={hook("back")} href={back} isWayBack aria-label={t("ui.back")}>
            <Icon name="back" />
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lede && <p className="p-page__lede">{lede}</p>}
      </div>
      <div className="p-page__body">
        {more && <div className="p-page__more">{more}</div>}
        {children}
      </div>
      {action && (
        <div className="p-page__actions" data-test={hook("main-action")}>
          {about && (
            <p className="p-page__about" aria-hidden="true">
              {about}
            </p>
          )}
          {action}
        </div>
      )}
    </main>
  );
};

/** Calls the window by the page it shows; a page without a title leaves that to the page beside it. */
export const useWindowTitle = (title: string | undefined): void => {
  const product = useT()("ui.product");
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – ${product}`;
  }, [title, product]);
};
