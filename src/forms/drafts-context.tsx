import { createContext, type ReactNode, use, useMemo } from "react";
import type { Drafts } from "../device/open-device.ts";

type DraftsOfAccount = { readonly drafts: Drafts; readonly account: string };

const DraftsContext = createContext<DraftsOfAccount | undefined>(undefined);

/** Unfinished forms of the account that is signed in. */
export const DraftsProvider = ({ drafts, account, children }: DraftsOfAccount & { readonly children: ReactNode }) => {
  const value = useMemo(() => ({ drafts, account }), [drafts, account]);
  return <DraftsContext value={value}>{children}</DraftsContext>;
};

export const useDraftsContext = (): DraftsOfAccount => {
  const context = use(DraftsContext);
  if (!context) throw new Error("a form is used outside of DraftsProvider");
  return context;
};
