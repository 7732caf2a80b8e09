import { useCallback, useEffect, useState } from "react";
import { credentialsIn } from "../device/credentials.ts";
import type { Device } from "../device/open-device.ts";
import { useT } from "../i18n/use-t.ts";
import type { Account } from "../sync/account.ts";
import type { Server } from "../sync/server.ts";
import { Loading } from "../ui/loading.tsx";
import { Desk } from "./desk.tsx";
import { InAnotherTab } from "./in-another-tab.tsx";
import type { Updates } from "./register-worker.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { useWorkspace } from "./use-workspace.ts";

export type AppProps = { readonly device: Device; readonly server: Server; readonly updates: Updates };

/** Signed in or not: the account is kept on the device, so that the app opens without a network. */
export const App = ({ device, server, updates }: AppProps) => {
  const t = useT();
  const [account, setAccount] = useState<Account | "unknown" | undefined>("unknown");
  const workspace = useWorkspace(device, server, account === "unknown" ? undefined : account, setAccount);

  useEffect(() => {
    void device.settings.get<Account>("account").then(setAccount);
  }, [device]);

  const enter = useCallback(
    async (signedIn: Account, passphrase: string) => {
      await credentialsIn(device.settings).keep(signedIn.name, passphrase);
      await device.settings.set("account", signedIn);
      setAccount(signedIn);
      if (workspace !== "inAnotherTab") workspace?.wake();
    },
    [device, workspace],
  );
  const leave = useCallback(async () => {
    if (account && account !== "unknown") await credentialsIn(device.settings).forget(account.name);
    await device.settings.remove("account");
    await server.remove("_session");
    setAccount(undefined);
  }, [device, server, account]);

  if (account === "unknown") return <Loading label={t("app.opening")} />;
  if (!account) return <SignInPage server={server} onSignedIn={enter} />;
  if (workspace === "inAnotherTab") return <InAnotherTab />;
  if (!workspace) return <Loading label={t("app.opening")} />;
  return <Desk {...{ account, device, server, updates, workspace }} onSignedIn={enter} onSignOut={leave} />;
};
