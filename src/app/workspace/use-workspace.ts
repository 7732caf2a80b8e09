import { useEffect, useRef, useState } from "react";
import type { Account } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import type { UnlockedUser } from "../access/unlocked-user.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { becomeActiveTab } from "./active-tab.ts";
import type { Workspace } from "./open-workspace.ts";

type Here = { readonly phone: OpenPhone; readonly server: Server; readonly user: UnlockedUser };

/**
 * The workspace of the account that has unlocked the phone; closed when another tab takes over. When the volunteer signs out or locks, it is closed, what is
 * under way is written, and the page starts afresh: nothing of it stays in memory.
 */
export const useWorkspace = (
  { phone, server, user }: Here,
  isLeaving: boolean,
  onAccount: (account: Account) => void,
): readonly [Workspace | "inAnotherTab" | undefined, takeBack: () => void] => {
  const [workspace, setWorkspace] = useState<Workspace | "inAnotherTab">();
  const [failure, setFailure] = useState<unknown>();
  const [turn, setTurn] = useState(0);
  const { holder } = user.keys;
  const closing = useRef<Promise<void>>(Promise.resolve());

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the account's databases must not open the store anew
  useEffect(() => {
    if (isLeaving) return;
    const keep = (refreshed: Account) => {
      void user.privateStore.settings.set("account", refreshed);
      onAccount(refreshed);
    };
    let [isOurs, hasBegun] = [true, false];
    const close = async () => {
      isOurs = false;
      if (hasBegun) await opening.then((opened) => opened.close(), notOpened);
    };
    const tab = becomeActiveTab(holder, () => {
      setWorkspace("inAnotherTab");
      return close();
    });
    const begun = tab.ready.then(() => {
      hasBegun = true;
    });
    const opening = Promise.all([import("./open-workspace.ts"), begun]).then(([{ openWorkspace }]) => {
      if (!isOurs) throw new Error("another tab wanted it before");
      return openWorkspace({ phone, server, user }, keep);
    });
    opening.then(
      (opened) => isOurs && setWorkspace(opened),
      (reason) => isOurs && setFailure(reason),
    );
    return () => {
      setWorkspace(undefined);
      closing.current = close().finally(tab.release);
    };
  }, [phone, server, holder, isLeaving, turn]);

  useEffect(() => {
    if (!isLeaving) return;
    const written = Promise.all([closing.current, user.privateStore.idle()]);
    void Promise.race([written, new Promise((late) => setTimeout(late, patience))]).then(startAfresh, startAfresh);
  }, [user.privateStore, isLeaving]);

  if (failure) throw failure;
  return [workspace, () => setTurn((before) => before + 1)];
};

const notOpened = () => {};
/** Milliseconds for what is being written; a phone that hangs is locked all the same. */
const patience = 3_000;
/** At the same address, which holds ids only: a form that was open is there again after unlocking. */
const startAfresh = () => location.reload();
