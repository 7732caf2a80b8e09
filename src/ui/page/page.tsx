import "./page.css";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Link } from "../actions/link.tsx";
import { Icon } from "../display/icon.tsx";
import { useNavigation } from "./navigation.tsx";

export type PageProps = {
  readonly title: string;
  /** Where the way back leads. */
  readonly back?: string | undefined;
  /** One sentence under the title. */
  readonly lede?: ReactNode;
  readonly children: ReactNode;
  /** The page's main buttons, the first is the main one; within reach of the thumb. */
  readonly actions?: ReactNode;
};

/** A screen. After a link was followed its title takes the focus, so that a screen reader says where one is. */
export const Page = ({ title, back, lede, children, actions }: PageProps) => {
  const t = useT();
  const { hasFollowed } = useNavigation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (hasFollowed()) heading.current?.focus({ preventScroll: true });
  }, [hasFollowed]);

  return (
    <main className="p-page" id="main" tabIndex={-1}>
      <div className="p-page__head">
        {back !== undefined && (
          <Link className="p-page__back" href={back}>
            <Icon name="back" />
            <span>{t("ui.back")}</span>
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lede && <p className="p-page__lede">{lede}</p>}
      </div>
      <div className="p-page__body">{children}</div>
      {actions && <div className="p-page__actions">{actions}</div>}
    </main>
  );
};
