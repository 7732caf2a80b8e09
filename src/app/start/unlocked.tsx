import { useCallback, useEffect, useState } from "react";
import { storedCredentialIn } from "../../device/private-store/stored-credential.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Server } from "../../sync/connection/server.ts";
import { lazyAgain } from "../../ui/feedback/lazy-again.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { SoftLockable } from "../access/soft-lock/soft-lockable.tsx";
import { SoftLockedPage } from "../access/soft-lock/soft-locked-page.tsx";
import { useSoftLock } from "../access/soft-lock/use-soft-lock.ts";
import { noteWhyLocked, type WhyLocked } from "../access/soft-lock/why-locked.ts";
import type { UnlockedUser } from "../access/unlocked-user.ts";
import type { AccessActions, PasskeyOffer } from "../access/use-access.ts";
import { useAutoLock } from "../access/use-auto-lock.ts";
import { useLease } from "../access/use-lease.ts";
import { useLockTimes } from "../access/use-lock-times.ts";
import { fetchLaterScreens } from "../routes/fetch-later-screens.ts";
import type { ServiceWorkerUpdates } from "../shell/service-worker-updates.ts";
import { Shell } from "../shell/shell.tsx";
import { InAnotherTab } from "../workspace/in-another-tab.tsx";
import type { KnownStorageLoss } from "../workspace/use-storage-loss.tsx";
import { useWorkspace } from "../workspace/use-workspace.ts";
import { FetchedScreen } from "./fetched-screen.tsx";
import type { OpenPhone } from "./open-phone.ts";

export type UnlockedProps = {
  readonly phone: OpenPhone;
  readonly server: Server;
  readonly updates: ServiceWorkerUpdates;
  readonly user: UnlockedUser;
  /** Whether a fingerprint is to open it, to be answered before anything else is shown. */
  readonly passkey: PasskeyOffer | undefined;
  readonly loss: KnownStorageLoss;
  readonly actions: AccessActions;
  readonly onWipe: () => Promise<void>;
  readonly hasAllWords: boolean;
  /** Why it stood locked before it was opened now. */
  readonly whyLocked: WhyLocked | undefined;
};

/** What one person has unlocked, until it is locked: fully, which starts the page afresh, or softly, behind a PIN. */
export const Unlocked = (props: UnlockedProps) => {
  const { phone, server, updates, user, passkey, loss, actions, onWipe, hasAllWords, whyLocked } = props;
  const t = useT();
  const { account, keys, privateStore } = user;
  const [isLeaving, setIsLeaving] = useState(false);
  const [workspace, takeBack] = useWorkspace({ phone, server, user }, isLeaving, actions.refreshed);

  // It knows the passphrase: a tab that has handed over keeps it no longer.
  useEffect(() => {
    if (workspace === "inAnotherTab") passkey?.answered();
  }, [workspace, passkey]);
  const lockFully = useCallback((why?: WhyLocked) => {
    noteWhyLocked(why);
    setIsLeaving(true);
  }, []);
  const lock = useCallback(() => lockFully(), [lockFully]);
  const records = typeof workspace === "object" ? workspace.live.records : undefined;
  const { pin, screens, isSoftLocked } = useSoftLock({
    isWanted: whyLocked === "pause" || (records !== undefined && hasAllWords),
    isUrgent: whyLocked === "pause",
    isHandedOver: workspace === "inAnotherTab",
    onEnd: lockFully,
  });
  const pause = useCallback(() => pin?.softLock.lock() || lockFully("pause"), [pin, lockFully]);
  const signOut = useCallback(async () => {
    await storedCredentialIn(privateStore).forget();
    await phone.keyring.signOut(keys.holder);
    const ended = await server.remove("_session");
    phone.markers.signedOut.set(!ended.ok);
    setIsLeaving(true);
  }, [phone, server, keys, privateStore]);
  useAutoLock(pause, useLockTimes(records, account.roles), isSoftLocked || isLeaving);
  const mayRead = useLease(phone, keys.holder);

  if (isLeaving) return <Loading label={t("app.lock.locking")} />;
  if (workspace === "inAnotherTab") return <InAnotherTab onHere={takeBack} />;
  if (passkey)
    return (
      <FetchedScreen words="later">
        <PasskeyOfferPage offer={passkey} />
      </FetchedScreen>
    );
  if (!workspace || !hasAllWords || mayRead === undefined) return <Loading label={t("app.opening")} mayHang />;
  const onSignedIn: AccessActions["renewed"] = async (...signedIn) => {
    await actions.renewed(...signedIn);
    workspace.wake();
  };
  const softLockedPage = (
    <SoftLockedPage onLockFully={lock} onWipe={onWipe}>
      {pin && <pin.PinForm softLock={pin.softLock} />}
    </SoftLockedPage>
  );
  return (
    <SoftLockable screens={screens} onShown={pin?.softLock.restorePlace} isLocked={isSoftLocked} page={softLockedPage}>
      <Shell
        {...{ account, keyring: phone.keyring, holder: keys.holder, privateStore, loss, server, updates, workspace }}
        onSignedIn={onSignedIn}
        outbox={phone.outbox}
        mayRead={mayRead}
        pin={pin}
        wasPaused={whyLocked === "pause"}
        onLock={lock}
        onPause={pause}
        onWipe={onWipe}
        onSignOut={signOut}
      />
    </SoftLockable>
  );
};

const PasskeyOfferPage = lazyAgain(() => fetchLaterScreens().then((screens) => screens.PasskeyOfferPage));
