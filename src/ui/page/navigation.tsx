import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import { type Entry, entryHere, forgetSheet, isOnSheet, nextEntry } from "./history-entry.ts";

export type Navigation = {
  readonly follow: (href: string) => void;
  /** The same in the place of the page that is shown, so that Back does not come here again: a form that was saved. */
  readonly replace: (href: string) => void;
  /**
   * Out of a form that was saved: back to the page it was opened from, as that was left; else in the place of the form. Either way neither Back nor
   * Forward opens the form again.
   */
  readonly finish: (href: string) => void;
  /**
   * To the page that this one belongs to: back where one came from there, and it is as it was left; else in the place of this one. What belongs to
   * no page (`/`) goes back to wherever one came from.
   */
  readonly leave: (href: string) => void;
  /** Whether a link has been followed since the app started: then the new page's title takes the focus. */
  readonly hasFollowed: () => boolean;
  /** What pages keep for when one comes back to them, by their entry in the history. In memory: it may be a name that was searched for. */
  readonly kept: Map<string, unknown>;
};

const NavigationContext = createContext<Navigation | undefined>(undefined);

type Navigate = (href: string, options?: { readonly replace: boolean; readonly state: Entry }) => void;

/** The router belongs to the app; `ui` only asks it to go somewhere. */
export const NavigationProvider = ({
  navigate,
  isNext = false,
  children,
}: {
  readonly navigate: Navigate;
  /** The first page that is shown follows another one already. */
  readonly isNext?: boolean | undefined;
  readonly children: ReactNode;
}) => {
  const followed = useRef(isNext);
  const navigation = useMemo<Navigation>(() => {
    forgetSheet();
    const goTo = (href: string, state: Entry, isReplaced: boolean) => {
      followed.current = true;
      // A sheet's own entry makes room for the page that it led to.
      navigate(href, { replace: isReplaced || isOnSheet(), state });
      window.scrollTo(0, 0); // going back is left to the browser, which knows where one was
    };
    const replace = (href: string) => goTo(href, nextEntry(entryHere().from), true);
    return {
      follow: (href) => goTo(href, nextEntry(location.pathname), false),
      replace,
      finish: (href) => {
        const isFrom = entryHere().from === href;
        replace(href);
        if (isFrom) history.back();
      },
      leave: (href) => {
        followed.current = true;
        const { from } = entryHere();
        if (!isOnSheet() && from !== undefined && (from === href || href === "/")) history.back();
        else replace(href);
      },
      hasFollowed: () => followed.current,
      kept: new Map(),
    };
  }, [navigate]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
};

export const useNavigation = (): Navigation => {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error("NavigationProvider is missing above this component");
  return navigation;
};
