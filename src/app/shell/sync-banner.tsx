import { useState, useSyncExternalStore } from "react";
import { useLocation } from "wouter";
import { serverPassword } from "../../device/keyring/server-password.ts";
import { ok, type Result } from "../../domain/model/result.ts";
import { useT } from "../../i18n/use-t.ts";
import { useSession } from "../../session/use-session.ts";
import { type Account, type SignInError, signIn } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { ProgressBar } from "../../ui/feedback/progress-bar.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import type { AccessAttempt } from "../access/sign-in-or-unlock.ts";
import { SignInForm } from "../access/sign-in-page.tsx";
import { isFormPath } from "./is-form-path.ts";
import type { ServiceWorkerUpdates } from "./service-worker-updates.ts";

type Props = {
  readonly account: Account;
  readonly server: Server;
  readonly updates: ServiceWorkerUpdates;
  readonly onSignedIn: (account: Account, password: string) => Promise<void>;
};

/** Under the header: what is under way or wants an answer. Never stands in the way of work. */
export const SyncBanner = (props: Props) => {
  const t = useT();
  const { state, progress } = useSession((session) => session.sync);
  if (state === "firstSync" && progress && progress.total > 0) {
    return (
      <div className="app-banner">
        <ProgressBar label={t("app.sync.firstSync")} value={progress.done} max={progress.total} />
      </div>
    );
  }
  return state === "signInNeeded" ? <SignInAgain {...props} /> : <UpdateOffer updates={props.updates} />;
};

/** The session at the server has ended. Work goes on; sending waits. */
const SignInAgain = ({ account, server, onSignedIn }: Props) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const signInAgain = async ({ name, passphrase }: AccessAttempt): Promise<Result<void, SignInError>> => {
    const password = await serverPassword(name, passphrase);
    const signedIn = await signIn(server, name, password);
    if (!signedIn.ok) return signedIn;
    await onSignedIn(signedIn.value, password);
    return ok(undefined);
  };
  return (
    <div className="app-banner">
      <Notice kind="warning" action={<Button onPress={() => setOpen(true)}>{t("app.signIn.submit")}</Button>}>
        {t("app.signIn.again")}
      </Notice>
      <Sheet open={open} title={t("app.signIn.title")} onClose={() => setOpen(false)}>
        <SignInForm name={account.name} onEnter={signInAgain} />
      </Sheet>
    </div>
  );
};

/** A new version waits. It is offered between forms, never during one. */
const UpdateOffer = ({ updates }: { readonly updates: ServiceWorkerUpdates }) => {
  const t = useT();
  const [path] = useLocation();
  const waiting = useSyncExternalStore(updates.subscribe, updates.isWaiting);
  if (!waiting || isFormPath(path)) return null;
  return (
    <div className="app-banner">
      <Notice action={<Button onPress={updates.takeOver}>{t("app.update.now")}</Button>}>{t("app.update.text")}</Notice>
    </div>
  );
};
