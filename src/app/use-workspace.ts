import { useEffect, useState } from "react";
import type { Device } from "../device/open-device.ts";
import type { Account } from "../sync/account.ts";
import type { Server } from "../sync/server.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";

/** The workspace of the account that is signed in; closed when somebody else signs in. */
export const useWorkspace = (
  device: Device,
  server: Server,
  account: Account | undefined,
  onAccount: (account: Account) => void,
): Workspace | undefined => {
  const [workspace, setWorkspace] = useState<Workspace>();
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
    return () => {
      setWorkspace(undefined);
      void opening.then((opened) => opened.close());
    };
  }, [device, server, name]);

  if (failure) throw failure;
  return workspace;
};
