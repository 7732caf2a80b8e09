import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";

export type Navigation = {
  readonly follow: (href: string) => void;
  /** The same in the place of the page that is shown, so that Back does not come here again: a form that was saved. */
  readonly replace: (href: string) => void;
  /** Whether a link has been followed since the app started: then the new page's title takes the focus. */
  readonly hasFollowed: () => boolean;
};

const NavigationContext = createContext<Navigation | undefined>(undefined);

/** The router belongs to the app; `ui` only asks it to go somewhere. */
export const NavigationProvider = ({
  navigate,
  children,
}: {
  readonly navigate: (href: string, options?: { readonly replace: boolean }) => void;
  readonly children: ReactNode;
}) => {
  const followed = useRef(false);
  const navigation = useMemo<Navigation>(() => {
    const goTo = (href: string, replace: boolean) => {
      followed.current = true;
      navigate(href, { replace });
      window.scrollTo(0, 0); // going back is left to the browser, which knows where one was
    };
    return {
      follow: (href) => goTo(href, false),
      replace: (href) => goTo(href, true),
      hasFollowed: () => followed.current,
    };
  }, [navigate]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
};

export const useNavigation = (): Navigation => {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error("NavigationProvider is missing above this component");
  return navigation;
};
