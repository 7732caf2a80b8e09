import { type ComponentProps, createContext, type MouseEvent, useContext } from "react";
import { useNavigation } from "../page/navigation.tsx";

export type LinkProps = Omit<ComponentProps<"a">, "href" | "onClick" | "style"> & {
  readonly href: string;
  /** To the page that this one belongs to, as it was left. */
  readonly isWayBack?: boolean;
};

/** The address of the page that is open beside a list: the row that leads there is marked. */
export const AddressBeside = createContext<string | undefined>(undefined);

/** A real link that the app's router follows; opening in a new tab stays the browser's. */
export const Link = ({ href, isWayBack = false, ...rest }: LinkProps) => {
  const { follow, leave } = useNavigation();
  const onClick = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || rest.target === "_blank" || !href.startsWith("/")) return;
    event.preventDefault();
    if (isWayBack) leave(href);
    else follow(href);
  };
  const isBeside = useContext(AddressBeside) === href;
  return <a {...rest} href={href} aria-current={isBeside || rest["aria-current"]} onClick={onClick} />;
};
