import { useState } from "react";
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
import { PhoneNotices } from "./phone-notices.tsx";
import type { ServiceWorkerUpdates } from "./service-worker-updates.ts";
import { useIsUpdateWaiting } from "./use-is-update-waiting.ts";

type Props = {
  readonly account: Account;
  readonly server: Server;
  readonly updates: ServiceWorkerUpdates;
  readonly onSignedIn: (account: Account, password: string) => Promise<void>;
};

/**
 * What is under way or wants an answer, on the pages *sending* and *more*: the header and the bar say on every screen that there is something.
 * Nothing of it comes between a hand and the row that it is about to tap.
 */
export const SyncNotices = (props: Props) => {
  const t = useT();
  const { state, progress } = useSession((session) => session.sync);
  return (
    <>
      {state === "firstSync" && progress && progress.total > 0 && (
        <ProgressBar label={t("shell.sync.firstSync")} value={progress.done} max={progress.total} />
      )}
      {state === "signInNeeded" && <SignInAgain {...props} />}
      <PhoneNotices />
      <UpdateOffer updates={props.updates} />
    </>
  );
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
    <>
      <Notice kind="warning" action={<Button onPress={() => setOpen(true)}>{t("app.signIn.submit")}</Button>}>
        {t("app.signIn.again")}
      </Notice>
      <Sheet open={open} title={t("app.signIn.title")} onClose={() => setOpen(false)}>
        <SignInForm name={account.name} onEnter={signInAgain} />
      </Sheet>
    </>
  );
};

/** A new version waits. It is offered on a page without a form. */
const UpdateOffer = ({ updates }: { readonly updates: ServiceWorkerUpdates }) => {
  const t = useT();
  if (!useIsUpdateWaiting(updates)) return null;
  return (
    <Notice action={<Button onPress={updates.takeOver}>{t("shell.update.now")}</Button>}>
      {t("shell.update.text")}
    </Notice>
  );
};
