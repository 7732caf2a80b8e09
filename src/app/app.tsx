import { useCallback, useEffect, useState } from "react";
import { credentialsIn } from "../device/credentials.ts";
import { useT } from "../i18n/use-t.ts";
import type { Account } from "../sync/account.ts";
import type { Server } from "../sync/server.ts";
import { Loading } from "../ui/loading.tsx";
import { Desk } from "./desk.tsx";
import { InAnotherTab } from "./in-another-tab.tsx";
import type { OpenPhone } from "./open-phone.ts";
import type { Updates } from "./register-worker.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { useLoss } from "./use-loss.tsx";
import { useWorkspace } from "./use-workspace.ts";

export type AppProps = { readonly phone: OpenPhone; readonly server: Server; readonly updates: Updates };

/** Signed in or not: the account is kept on the device, so that the app opens without a network. */
export const App = ({ phone, server, updates }: AppProps) => {
  const t = useT();
  const { device, markers } = phone;
  const [account, setAccount] = useState<Account | "unknown" | undefined>("unknown");
  const workspace = useWorkspace(phone, server, account === "unknown" ? undefined : account, setAccount);

  const loss = useLoss(phone, server);
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    device.settings.get<Account>("account").then(setAccount, setFailure);
  }, [device]);

  const enter = useCallback(
    async (signedIn: Account, passphrase: string) => {
      await credentialsIn(device.settings).keep(signedIn.name, passphrase);
      await device.settings.set("account", signedIn);
      markers.signedOut.set(false);
      setAccount(signedIn);
      if (workspace !== "inAnotherTab") workspace?.wake();
    },
    [device, markers, workspace],
  );
  const leave = useCallback(async () => {
    if (account && account !== "unknown") await credentialsIn(device.settings).forget(account.name);
    await device.settings.remove("account");
    const ended = await server.remove("_session");
    markers.signedOut.set(!ended.ok);
    setAccount(undefined);
  }, [device, markers, server, account]);

  if (failure) throw failure;
  if (account === "unknown") return <Loading label={t("app.opening")} />;
  if (!account) return <SignInPage server={server} onSignedIn={enter} notice={loss.notice()} />;
  if (workspace === "inAnotherTab") return <InAnotherTab />;
  if (!workspace) return <Loading label={t("app.opening")} />;
  return <Desk {...{ account, device, loss, server, updates, workspace }} onSignedIn={enter} onSignOut={leave} />;
};
