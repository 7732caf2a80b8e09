import { type ReactNode, useContext } from "react";
import { useLocation } from "wouter";
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
  const laptop = useContext(LaptopContext);
  if (laptop) return <laptop.Panes at={at} path={path} list={list} detail={children} />;
  return path === at ? list : children;
};
