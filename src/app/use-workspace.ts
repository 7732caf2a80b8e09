import { useEffect, useState } from "react";
import type { Device } from "../device/open-device.ts";
import type { Account } from "../sync/account.ts";
import type { Server } from "../sync/server.ts";
import { becomeActiveTab } from "./active-tab.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";

/** The workspace of the account that is signed in; closed when somebody else signs in. */
export const useWorkspace = (
  device: Device,
  server: Server,
  account: Account | undefined,
  onAccount: (account: Account) => void,
): Workspace | "inAnotherTab" | undefined => {
  const [workspace, setWorkspace] = useState<Workspace | "inAnotherTab">();
  const [failure, setFailure] = useState<unknown>();
  const name = account?.name;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the account's databases must not open the store anew
  useEffect(() => {
    if (!account) return;
    const keep = (refreshed: Account) => {
      void device.settings.set("account", refreshed);
      onAccount(refreshed);
    };
    const opening = openWorkspace({ device, server, account }, keep);
    opening.then(setWorkspace, setFailure);
    const close = () => void opening.then((opened) => opened.close());
    const release = becomeActiveTab(account.name, () => {
      setWorkspace("inAnotherTab");
      close();
    });
    return () => {
      setWorkspace(undefined);
      release();
      close();
    };
  }, [device, server, name]);

  if (failure) throw failure;
  return workspace;
};
