import { useEffect, useState } from "react";
import { loadArgon2 } from "../../device/keyring/load-argon2.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWordsLoaded } from "../../i18n/use-words-loaded.ts";
import type { Server } from "../../sync/connection/server.ts";
import { lazyAgain } from "../../ui/feedback/lazy-again.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { keptLink, takeLink } from "../access/links.ts";
import { LockPage } from "../access/lock-page.tsx";
import { SealedOutboxNotice } from "../access/sealed-outbox-notice.tsx";
import { SignInPage } from "../access/sign-in-page.tsx";
import { takeWhyLocked } from "../access/soft-lock/why-locked.ts";
import { WhyLockedNotice } from "../access/soft-lock/why-locked-notice.tsx";
import { useAccess } from "../access/use-access.ts";
import { wipePhone } from "../access/wipe.ts";
import type { ServiceWorkerUpdates } from "../shell/service-worker-updates.ts";
import { useStorageLoss } from "../workspace/use-storage-loss.tsx";
import { FetchedScreen } from "./fetched-screen.tsx";
import type { OpenPhone } from "./open-phone.ts";
import type { UnlockedProps } from "./unlocked.tsx";
import { loadUnlocked, useUnlocked } from "./use-unlocked.ts";

export type AppProps = { readonly phone: OpenPhone; readonly server: Server; readonly updates: ServiceWorkerUpdates };

/** Signed out, locked or open. What is behind the lock is fetched and opened only after unlocking. */
export const App = ({ phone, server, updates }: AppProps) => {
  const t = useT();
  const [who, actions] = useAccess(phone, server);
  const loss = useStorageLoss(phone, server);
  const [link, setLink] = useState(() => takeLink() ?? keptLink());
  const [whyLocked] = useState(takeWhyLocked);
  const onWipe = () => wipePhone(phone, server);
  // In a tab that shows the app already the address changes, and nothing is loaded; where it is open, that is all.
  useEffect(() => {
    const onHash = () => setLink((before) => takeLink() ?? before);
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);
  const isKnown = who.state !== "unknown";
  // Fetched while somebody types their passphrase, once the page that asks for it is drawn.
  useEffect(() => {
    if (!isKnown) return;
    const drawn = requestAnimationFrame(() => setTimeout(() => void loadBehindLock().catch(askedForAgain)));
    return () => cancelAnimationFrame(drawn);
  }, [isKnown]);
  if (link?.opens === "enrol" && who.state !== "open")
    return (
      <FetchedScreen words="welcome">
        <EnrolPage
          key={link.rest}
          ticket={link.rest}
          server={server}
          enter={actions.signInOrUnlock}
          onBack={() => setLink(undefined)}
        />
      </FetchedScreen>
    );
  if (link && who.state !== "open")
    return (
      <FetchedScreen words="later">
        <ResetPage who={who} enterBy={actions.enterBy} onBack={() => setLink(undefined)} />
      </FetchedScreen>
    );
  switch (who.state) {
    case "unknown":
      return <Loading label={t("app.opening")} mayHang />;
    case "nobody":
      return (
        <SignInPage
          onEnter={actions.signInOrUnlock}
          notice={
            <>
              {loss.notice()}
              <WhyLockedNotice why={whyLocked} />
            </>
          }
          sealed={<SealedOutboxNotice outbox={phone.outbox} />}
        />
      );
    case "locked":
      return (
        <LockPage
          last={who.last}
          {...{ doors: actions, onWipe }}
          outbox={phone.outbox}
          notice={
            <>
              {loss.notice()}
              <WhyLockedNotice why={whyLocked} />
            </>
          }
          onForgotten={() => setLink({ opens: "reset", rest: "" })}
        />
      );
    case "open":
      return (
        <Opened
          key={who.user.keys.holder}
          {...{ phone, server, updates, loss, actions, onWipe, whyLocked }}
          user={who.user}
          passkey={who.passkey}
        />
      );
  }
};

const EnrolPage = lazyAgain(() => import("../first-minutes/enrol-page.tsx").then((module) => module.EnrolPage));
const ResetPage = lazyAgain(() => import("../access/reset-page.tsx").then((module) => module.ResetPage));
const askedForAgain = () => {};
const loadBehindLock = () => Promise.all([loadArgon2(), loadUnlocked(), import("../workspace/open-workspace.ts")]);

const Opened = (props: Omit<UnlockedProps, "hasAllWords">) => {
  const t = useT();
  const hasAllWords = useWordsLoaded("behind");
  const Unlocked = useUnlocked();
  return Unlocked ? <Unlocked {...props} hasAllWords={hasAllWords} /> : <Loading label={t("app.opening")} mayHang />;
};
