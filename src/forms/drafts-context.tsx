import { createContext, type ReactNode, use } from "react";
import type { Drafts } from "../device/private-store/open-private-store.ts";

const DraftsContext = createContext<Drafts | undefined>(undefined);

/** Unfinished forms of the account that has unlocked the phone. */
export const DraftsProvider = ({ drafts, children }: { readonly drafts: Drafts; readonly children: ReactNode }) => (
  <DraftsContext value={drafts}>{children}</DraftsContext>
);

export const useDrafts = (): Drafts => {
  const drafts = use(DraftsContext);
  if (!drafts) throw new Error("a form is used outside of DraftsProvider");
  return drafts;
};
