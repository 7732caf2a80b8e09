import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { loadArgon2 } from "../../device/keyring/load-argon2.ts";
import { storedCredentialIn } from "../../device/private-store/stored-credential.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWordsLoaded } from "../../i18n/use-words-loaded.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { takeEnrolment, takeResetCode } from "../access/enrolment.ts";
import { LockPage } from "../access/lock-page.tsx";
import { SealedOutboxNotice } from "../access/sealed-outbox-notice.tsx";
import { SignInPage } from "../access/sign-in-page.tsx";
import type { UnlockedUser } from "../access/unlocked-user.ts";
import { type AccessActions, useAccess } from "../access/use-access.ts";
import { useAutoLock } from "../access/use-auto-lock.ts";
import { useLease } from "../access/use-lease.ts";
import { useLockTimes } from "../access/use-lock-times.ts";
import { wipePhone } from "../access/wipe.ts";
import type { ServiceWorkerUpdates } from "../shell/service-worker-updates.ts";
import { loadShell, useShell } from "../shell/use-shell.ts";
import { InAnotherTab } from "../workspace/in-another-tab.tsx";
import { type KnownStorageLoss, useStorageLoss } from "../workspace/use-storage-loss.tsx";
import { useWorkspace } from "../workspace/use-workspace.ts";
import type { OpenPhone } from "./open-phone.ts";

export type AppProps = { readonly phone: OpenPhone; readonly server: Server; readonly updates: ServiceWorkerUpdates };

/** Locked, open, or nobody's: what is behind the lock is fetched and opened only after it. */
export const App = ({ phone, server, updates }: AppProps) => {
  const t = useT();
  const [who, actions] = useAccess(phone, server);
  const loss = useStorageLoss(phone, server);
  const [enrolment] = useState(takeEnrolment);
  const [resetCode, setResetCode] = useState(takeResetCode);
  const onWipe = () => wipePhone(phone, server);
  // Fetched while somebody types their passphrase.
  useEffect(
    () => void Promise.all([loadArgon2(), loadShell(), import("../workspace/open-workspace.ts")]).catch(askedForAgain),
    [],
  );
  if (enrolment && who.state !== "open")
    return (
      <Suspense fallback={<Loading label={t("app.opening")} />}>
        <EnrolPage enrolment={enrolment} server={server} enter={actions.signInOrUnlock} />
      </Suspense>
    );
  if (resetCode !== undefined && who.state !== "open")
    return (
      <Suspense fallback={<Loading label={t("app.opening")} />}>
        <ResetPage code={resetCode} reset={actions.reset} onBack={() => setResetCode(undefined)} />
      </Suspense>
    );
  switch (who.state) {
    case "unknown":
      return <Loading label={t("app.opening")} />;
    case "nobody":
      return (
        <SignInPage
          onEnter={actions.signInOrUnlock}
          notice={loss.notice()}
          sealed={<SealedOutboxNotice outbox={phone.outbox} />}
        />
      );
    case "locked":
      return (
        <LockPage
          last={who.last}
          {...{ doors: actions, onWipe }}
          outbox={phone.outbox}
          notice={loss.notice()}
          onForgotten={() => setResetCode("")}
        />
      );
    case "open":
      return (
        <Unlocked key={who.user.keys.holder} {...{ phone, server, updates, loss, actions, onWipe }} user={who.user} />
      );
  }
};

const EnrolPage = lazy(() => import("../access/enrol-page.tsx").then((module) => ({ default: module.EnrolPage })));
const ResetPage = lazy(() => import("../access/reset-page.tsx").then((module) => ({ default: module.ResetPage })));
const askedForAgain = () => {};

type UnlockedProps = AppProps & {
  readonly user: UnlockedUser;
  readonly loss: KnownStorageLoss;
  readonly actions: AccessActions;
  readonly onWipe: () => Promise<void>;
};

const Unlocked = ({ phone, server, updates, user, loss, actions, onWipe }: UnlockedProps) => {
  const t = useT();
  const { account, keys, privateStore } = user;
  const [isLeaving, setIsLeaving] = useState(false);
  const hasAllWords = useWordsLoaded("behind");
  const Shell = useShell();
  const [workspace, takeBack] = useWorkspace({ phone, server, user }, isLeaving, actions.refreshed);

  const lock = useCallback(() => setIsLeaving(true), []);
  const signOut = useCallback(async () => {
    await storedCredentialIn(privateStore).forget();
    await phone.keyring.signOut(keys.holder);
    const ended = await server.remove("_session");
    phone.markers.signedOut.set(!ended.ok);
    setIsLeaving(true);
  }, [phone, server, keys, privateStore]);
  useAutoLock(lock, useLockTimes(typeof workspace === "object" ? workspace.live.records : undefined, account.roles));
  const mayRead = useLease(phone, keys.holder);

  if (isLeaving) return <Loading label={t("app.lock.locking")} />;
  if (workspace === "inAnotherTab") return <InAnotherTab onHere={takeBack} />;
  if (!workspace || !hasAllWords || !Shell || mayRead === undefined) return <Loading label={t("app.opening")} />;
  const onSignedIn: AccessActions["renewed"] = async (...signedIn) => {
    await actions.renewed(...signedIn);
    workspace.wake();
  };
  return (
    <Shell
      {...{
        account,
        keyring: phone.keyring,
        holder: keys.holder,
        privateStore,
        loss,
        server,
        updates,
        workspace,
        onSignedIn,
      }}
      outbox={phone.outbox}
      mayRead={mayRead}
      onLock={lock}
      onWipe={onWipe}
      onSignOut={signOut}
    />
  );
};
