import { type FormEvent, type ReactNode, useState } from "react";
import type { Locked } from "../../device/keyring/open-keyring.ts";
import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { normalizePassphrase } from "../../domain/rights/normalize-passphrase.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { PasswordField } from "../../ui/fields/text/password-field.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "./access-layout.tsx";
import { SealedOutboxNotice } from "./sealed-outbox-notice.tsx";
import type { AccessError } from "./sign-in-or-unlock.ts";
import type { AccessActions } from "./use-access.ts";
import { WipeButton } from "./wipe-button.tsx";

type FormProps = { readonly last: Locked; readonly doors: AccessActions };
type Props = FormProps & {
  readonly notice?: ReactNode;
  readonly outbox: Outbox;
  readonly onWipe: () => Promise<void>;
  readonly onForgotten: () => void;
};

/** The first thing after every start: says nothing of who works with this phone, or for whom. */
export const LockPage = ({ last, doors, notice, outbox, onWipe, onForgotten }: Props) => {
  const t = useT();
  return (
    <AccessLayout title={t("app.lock.title")} lede={t("app.lock.lede")}>
      {notice}
      <UnlockForm last={last} doors={doors} />
      <Button look="quiet" wide onPress={onForgotten}>
        {t("app.lock.forgotten")}
      </Button>
      <Button look="quiet" wide icon="person" onPress={doors.switchUser}>
        {t("app.lock.somebodyElse")}
      </Button>
      <SealedOutboxNotice outbox={outbox} />
      <LanguageChips id="language" />
      <WipeButton onWipe={onWipe} />
    </AccessLayout>
  );
};

const UnlockForm = ({ last, doors }: FormProps) => {
  const t = useT();
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AccessError>();

  const open = async (words?: string) => {
    setBusy(true);
    setRefusal(undefined);
    await painted();
    const opened = await doors.unlock(last.holder, words);
    if (opened.ok) return;
    setBusy(false);
    setRefusal(opened.error);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void open(normalizePassphrase(passphrase));
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Refusal error={refusal} />
        {last.hasPasskey && (
          <Button look="primary" wide busy={busy} icon="lock" onPress={() => void open()}>
            {t("app.lock.withPasskey")}
          </Button>
        )}
        <PasswordField
          id="passphrase"
          label={t("app.signIn.passphrase")}
          hint={t("app.signIn.hint")}
          value={passphrase}
          onChange={setPassphrase}
        />
        <Button submits look={last.hasPasskey ? "plain" : "primary"} busy={busy} wide icon="enter">
          {t("app.lock.unlock")}
        </Button>
      </Stack>
    </form>
  );
};

/** The key takes the phone a second of hard work; first it shows that it has begun. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
