import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Keyring } from "../../device/keyring/open-keyring.ts";
import type { Outbox } from "../../device/outbox/open-outbox.ts";
import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import type { SealedItem } from "../../domain/exchange/sealed-write.ts";
import { kindNames } from "../../domain/model/kinds.ts";
import { leads } from "../../domain/rights/leads.ts";
import type { FetchPhones } from "../../features/phones/managed-phone.ts";
import { DraftsProvider } from "../../forms/drafts-context.tsx";
import { useSiteName } from "../../forms/use-site-name.ts";
import { useT } from "../../i18n/use-t.ts";
import { wipesByHolding } from "../../live/access/wipes-by-holding.ts";
import { LiveProvider } from "../../live/live-context.tsx";
import type { Records } from "../../live/records.ts";
import { useLive } from "../../live/use-live.ts";
import { useSession } from "../../session/use-session.ts";
import type { Account } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import { lazyAgain } from "../../ui/feedback/lazy-again.ts";
import { PartBoundary } from "../../ui/feedback/part-boundary.tsx";
import { Snackbar } from "../../ui/overlays/snackbar.tsx";
import { AppFrame } from "../../ui/page/app-frame.tsx";
import { AppHeader } from "../../ui/page/app-header.tsx";
import { BottomBar } from "../../ui/page/bottom-bar.tsx";
import { LockButton } from "../../ui/page/lock-button.tsx";
import { NavigationProvider } from "../../ui/page/navigation.tsx";
import type { PinSetup } from "../access/soft-lock/use-soft-lock.ts";
import { usePasskeySetup } from "../access/use-passkey-setup.ts";
import { fetchLaterScreens } from "../routes/fetch-later-screens.ts";
import { Screens } from "../routes/screens.tsx";
import { FailedPage } from "../start/failed-page.tsx";
import type { Workspace } from "../workspace/open-workspace.ts";
import { useFollowed } from "../workspace/use-followed.ts";
import { useSite } from "../workspace/use-site.ts";
import type { KnownStorageLoss } from "../workspace/use-storage-loss.tsx";
import { useStoragePersistence } from "../workspace/use-storage-persistence.ts";
import { isFormPath } from "./is-form-path.ts";
import { jobsOf } from "./jobs.ts";
import type { ServiceWorkerUpdates } from "./service-worker-updates.ts";
import { SyncSummary } from "./sync-summary.tsx";
import { useMatters } from "./use-matters.ts";

export type ShellProps = {
  readonly account: Account;
  readonly keyring: Keyring;
  readonly holder: string;
  readonly privateStore: PrivateStore;
  readonly loss: KnownStorageLoss;
  readonly server: Server;
  readonly updates: ServiceWorkerUpdates;
  readonly workspace: Workspace;
  readonly onSignedIn: (account: Account, password: string) => Promise<void>;
  readonly outbox: Outbox;
  /** False where the server has not been heard for too long. */
  readonly mayRead: boolean;
  /** Not there yet, or not to be had. */
  readonly pin: PinSetup | undefined;
  /** A pause was the reason for the passphrase that was typed last. */
  readonly wasPaused: boolean;
  readonly onLock: () => void;
  /** Asks for the PIN where there is one, else locks fully. */
  readonly onPause: () => void;
  readonly onWipe: () => Promise<void>;
  readonly onSignOut: () => Promise<void>;
};

/** Fetched once the first screen stands: nothing can be taken back before something was done. */
const LastAct = lazyAgain(() => import("../../features/attention/acts/last-act.tsx").then((module) => module.LastAct));

/** So are these: they stand on pages that are fetched then. */
const SyncNotices = lazyAgain(() => fetchLaterScreens().then((screens) => screens.SyncNotices));
const HandedOver = lazyAgain(() => fetchLaterScreens().then((screens) => screens.HandedOver));

/** The app while somebody is signed in: header, the jobs this account has, the screen. */
export const Shell = (props: ShellProps) => {
  const { account, privateStore, workspace } = props;
  const [, navigate] = useLocation();
  const { sites, databases, roles } = useFollowed(workspace, account);
  const handedOver = useSession((session) => session.handedOver);
  const live = useMemo(() => ({ ...workspace.live, databases, roles }), [workspace, databases, roles]);
  return (
    <NavigationProvider navigate={navigate}>
      <LiveProvider live={live}>
        <DraftsProvider drafts={privateStore.drafts}>
          {handedOver ? (
            <Suspense>
              <HandedOver {...handedOver} onLock={props.onPause} />
            </Suspense>
          ) : (
            <ShellFrame {...props} sites={sites} />
          )}
        </DraftsProvider>
      </LiveProvider>
    </NavigationProvider>
  );
};

const ShellFrame = (props: ShellProps & { readonly sites: readonly string[] }) => {
  const t = useT();
  const [path] = useLocation();
  const persistence = useStoragePersistence();
  const { pin } = props;
  const passkey = usePasskeySetup(props.keyring, props.holder);
  const unlocking = { ...passkey, pin: pin && <pin.PinSection softLock={pin.softLock} /> };
  // Only where it is there as the first page is drawn: what comes later would push the page away.
  const [Offer] = useState(() => (props.wasPaused ? pin?.PinOffer : undefined));
  const { site, chooseSite } = useSite(props.privateStore, props.sites);
  const { listenAgain } = props.workspace;
  useEffect(() => {
    useSession.getState().workAt(site);
    listenAgain();
  }, [site, listenAgain]);
  const phones = useManagedPhones(props);
  const isSaving = useSession((session) => session.phone.isSaving);
  const { matters, count } = useMatters(site, props.updates);
  const takeSealed = async (items: readonly SealedItem[]) => {
    await props.outbox.bringIn(items);
    props.workspace.wake();
  };
  const jobs = jobsOf(props.account.roles, site);
  const places = jobs.map(({ href, icon, job }) => ({
    href,
    icon,
    label: t(`shell.jobs.${job}`),
    isCurrent: path.startsWith(href),
  }));
  const more = {
    href: "/settings",
    icon: "settings" as const,
    label: t("shell.jobs.settings"),
    isCurrent: path.startsWith("/settings"),
    calls: { count, words: t("shell.sync.refused", { count }) },
  };
  return (
    <AppFrame
      header={<ShellHeader {...props} site={site} />}
      bar={!isFormPath(path) && <BottomBar places={[...places, more]} />}
      notice={
        <>
          <StorageLossBanner loss={props.loss} />
          {Offer && pin && !isFormPath(path) && <Offer softLock={pin.softLock} />}
        </>
      }
    >
      <Snackbar message={isSaving ? t("shell.phone.saving") : undefined} refused />
      <PartBoundary of={path} instead={null}>
        <Suspense>
          <LastAct isHidden={isSaving || !props.mayRead} />
        </Suspense>
      </PartBoundary>
      <PartBoundary of={path} instead={<FailedPage />}>
        <Screens
          account={props.account}
          mayRead={props.mayRead}
          onSignOut={props.onSignOut}
          onWipe={props.onWipe}
          phones={phones}
          onTakeSealed={takeSealed}
          onSendNow={props.workspace.wake}
          site={site}
          sites={props.sites}
          followed={props.workspace.followed}
          persistence={persistence}
          unlocking={unlocking}
          chooseSite={chooseSite}
          jobs={jobs}
          matters={matters}
          notices={<SyncNotices {...props} />}
        />
      </PartBoundary>
    </AppFrame>
  );
};

/** Who leads has the list of phones with them before it is needed without a network. */
const useManagedPhones = ({ server, privateStore, account, workspace }: ShellProps): FetchPhones => {
  const { author } = workspace.live;
  const phones = useMemo(
    () => async () => {
      const { managedPhonesClient } = await import("../access/managed-phones.ts");
      return managedPhonesClient(server, privateStore, () => author().at);
    },
    [server, privateStore, author],
  );
  const isLead = leads(account.roles);
  const isHeard = useSession(({ sync }) => sync.state === "upToDate");
  /** Once a visit: the server looks every account up for it. */
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isLead || !isHeard || isAsked.current) return;
    isAsked.current = true;
    void phones().then((client) => client.list(), askedForAgain);
  }, [isLead, isHeard, phones]);
  return phones;
};

/** The page of phones fetches it once more. */
const askedForAgain = () => {};

const ShellHeader = ({ account, site, onLock, onWipe }: ShellProps & { readonly site: string | undefined }) => {
  const t = useT();
  const name = useSiteName(site);
  const wipes = useLive(wipesByHolding, site ?? "");
  const held = wipes
    ? { act: () => void onWipe(), title: t("shell.hold.title"), text: t("shell.hold.text") }
    : undefined;
  return (
    <AppHeader
      title={name ?? t("app.name")}
      detail={account.name}
      status={<SyncSummary />}
      lock={<LockButton onLock={onLock} held={held} />}
    />
  );
};

/** With the number of records that have come back from the server. */
const StorageLossBanner = ({ loss }: { readonly loss: KnownStorageLoss }): ReactNode => {
  const returned = useLive(countMadeBy, loss.devices.join(" "));
  return loss.notice(returned);
};

const countMadeBy = (records: Records, devices: string): number => {
  if (devices === "") return 0;
  const lost = new Set(devices.split(" "));
  const made = records
    .databases()
    .flatMap((database) => kindNames.flatMap((kind) => [...records.all(database, kind).values()]));
  return made.filter(({ createdDevice }) => lost.has(createdDevice)).length;
};
