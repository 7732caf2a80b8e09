import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { derivation } from "../../device/keyring/derivation-settings.ts";
import { credentialIn } from "../../device/private-store/stored-credential.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWords } from "../../i18n/use-words-loaded.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { takeEnrolment, takeResetCode } from "../access/enrolment.ts";
import { LockPage } from "../access/lock-page.tsx";
import { SealedNotice } from "../access/sealed-outbox-notice.tsx";
import type { Person } from "../access/sign-in-or-unlock.ts";
import { SignInPage } from "../access/sign-in-page.tsx";
import { type Doors, usePerson } from "../access/use-access.ts";
import { useLock } from "../access/use-auto-lock.ts";
import { useLease } from "../access/use-lease.ts";
import { useLockTimes } from "../access/use-lock-times.ts";
import { wipePhone } from "../access/wipe.ts";
import type { Updates } from "../shell/service-worker-updates.ts";
import { fetchDesk, useDesk } from "../shell/use-shell.ts";
import { InAnotherTab } from "../workspace/in-another-tab.tsx";
import { type KnownLoss, useLoss } from "../workspace/use-storage-loss.tsx";
import { useWorkspace } from "../workspace/use-workspace.ts";
import type { OpenPhone } from "./open-phone.ts";

export type AppProps = { readonly phone: OpenPhone; readonly server: Server; readonly updates: Updates };

/** Locked, open, or nobody's: what is behind the lock is fetched and opened only after it. */
export const App = ({ phone, server, updates }: AppProps) => {
  const t = useT();
  const [who, doors] = usePerson(phone, server);
  const loss = useLoss(phone, server);
  const [enrolment] = useState(takeEnrolment);
  const [resetCode, setResetCode] = useState(takeResetCode);
  const onWipe = () => wipePhone(phone, server);
  // Fetched while somebody types their passphrase.
  useEffect(
    () => void Promise.all([derivation(), fetchDesk(), import("../workspace/open-workspace.ts")]).catch(askedForAgain),
    [],
  );
  if (enrolment && who.state !== "open")
    return (
      <Suspense fallback={<Loading label={t("app.opening")} />}>
        <EnrolPage enrolment={enrolment} server={server} enter={doors.enter} />
      </Suspense>
    );
  if (resetCode !== undefined && who.state !== "open")
    return (
      <Suspense fallback={<Loading label={t("app.opening")} />}>
        <ResetPage code={resetCode} reset={doors.reset} onBack={() => setResetCode(undefined)} />
      </Suspense>
    );
  switch (who.state) {
    case "unknown":
      return <Loading label={t("app.opening")} />;
    case "nobody":
      return (
        <SignInPage onEnter={doors.enter} notice={loss.notice()} sealed={<SealedNotice outbox={phone.outbox} />} />
      );
    case "locked":
      return (
        <LockPage
          last={who.last}
          {...{ doors, onWipe }}
          outbox={phone.outbox}
          notice={loss.notice()}
          onForgotten={() => setResetCode("")}
        />
      );
    case "open":
      return (
        <Unlocked
          key={who.person.keys.holder}
          {...{ phone, server, updates, loss, doors, onWipe }}
          person={who.person}
        />
      );
  }
};

const EnrolPage = lazy(() => import("../access/enrol-page.tsx").then((module) => ({ default: module.EnrolPage })));
const ResetPage = lazy(() => import("../access/reset-page.tsx").then((module) => ({ default: module.ResetPage })));
const askedForAgain = () => {};

type UnlockedProps = AppProps & {
  readonly person: Person;
  readonly loss: KnownLoss;
  readonly doors: Doors;
  readonly onWipe: () => Promise<void>;
};

const Unlocked = ({ phone, server, updates, person, loss, doors, onWipe }: UnlockedProps) => {
  const t = useT();
  const { account, keys, locker } = person;
  const [isLeaving, setIsLeaving] = useState(false);
  const hasAllWords = useWords("behind");
  const Desk = useDesk();
  const [workspace, takeBack] = useWorkspace({ phone, server, person }, isLeaving, doors.refreshed);

  const lock = useCallback(() => setIsLeaving(true), []);
  const signOut = useCallback(async () => {
    await credentialIn(locker).forget();
    await phone.keyring.signOut(keys.holder);
    const ended = await server.remove("_session");
    phone.markers.signedOut.set(!ended.ok);
    setIsLeaving(true);
  }, [phone, server, keys, locker]);
  useLock(lock, useLockTimes(typeof workspace === "object" ? workspace.live.records : undefined, account.roles));
  const mayRead = useLease(phone, keys.holder);

  if (isLeaving) return <Loading label={t("app.lock.locking")} />;
  if (workspace === "inAnotherTab") return <InAnotherTab onHere={takeBack} />;
  if (!workspace || !hasAllWords || !Desk || mayRead === undefined) return <Loading label={t("app.opening")} />;
  const onSignedIn: Doors["renewed"] = async (...signedIn) => {
    await doors.renewed(...signedIn);
    workspace.wake();
  };
  return (
    <Desk
      {...{
        account,
        keyring: phone.keyring,
        holder: keys.holder,
        locker,
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
