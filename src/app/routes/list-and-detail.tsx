import { type ReactNode, useContext } from "react";
import { useLocation, useRoute } from "wouter";
import { LaptopContext } from "../laptop/use-laptop.ts";

type ListAndDetailProps = {
  /** The list's address. */
  readonly at: string;
  readonly list: ReactNode;
  /** The routes of what is opened from it. */
  readonly children: ReactNode;
};

/** One after the other on a phone, side by side on a laptop; the addresses are the same. */
export const ListAndDetail = ({ at, list, children }: ListAndDetailProps) => {
  const [path] = useLocation();
  const [isList] = useRoute(at);
  const laptop = useContext(LaptopContext);
  if (laptop) return <laptop.Panes at={at} path={isList ? at : path} list={list} detail={children} />;
  return isList ? list : children;
};
