import { useEffect, useState } from "react";
import type { Account } from "../sync/account.ts";
import type { Server } from "../sync/server.ts";
import { becomeActiveTab } from "./active-tab.ts";
import type { OpenPhone } from "./open-phone.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";

/** The workspace of the account that is signed in; closed when somebody else signs in, or another tab takes over. */
export const useWorkspace = (
  phone: OpenPhone,
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
      void phone.device.settings.set("account", refreshed);
      onAccount(refreshed);
    };
    let isOurs = true;
    const close = async () => {
      isOurs = false;
      await opening.then((opened) => opened.close(), notOpened);
    };
    const tab = becomeActiveTab(account.name, () => {
      setWorkspace("inAnotherTab");
      return close();
    });
    const opening = tab.ready.then(() => openWorkspace({ phone, server, account }, keep));
    opening.then(
      (opened) => isOurs && setWorkspace(opened),
      (reason) => isOurs && setFailure(reason),
    );
    return () => {
      setWorkspace(undefined);
      void close().finally(tab.release);
    };
  }, [phone, server, name]);

  if (failure) throw failure;
  return workspace;
};

const notOpened = () => {};
