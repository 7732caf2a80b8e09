import { type FormEvent, type ReactNode, useState } from "react";
import type { Result } from "../../domain/model/result.ts";
import { normalizePassphrase } from "../../domain/rights/normalize-passphrase.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { PasswordField } from "../../ui/fields/text/password-field.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "./access-layout.tsx";
import { OldPassphraseField } from "./old-passphrase-field.tsx";
import { type AccessAttempt, type AccessError, startOver } from "./sign-in-or-unlock.ts";

type Enter = (entering: AccessAttempt) => Promise<Result<void, AccessError>>;

type SignInProps = {
  readonly onEnter: Enter;
  readonly notice?: ReactNode;
  /** What lies sealed on this phone. */
  readonly sealed?: ReactNode;
};

/** The first thing a new volunteer sees. It needs the network once; afterwards the phone works without. */
export const SignInPage = ({ onEnter, notice, sealed }: SignInProps) => {
  const t = useT();
  return (
    <AccessLayout title={t("app.signIn.title")} lede={t("app.signIn.lede")}>
      {notice}
      <SignInForm onEnter={onEnter} />
      {sealed}
      <LanguageChips id="language" />
    </AccessLayout>
  );
};

/** Also used to sign in again while the app stays open. */
export const SignInForm = ({ onEnter, name: fixedName }: { readonly onEnter: Enter; readonly name?: string }) => {
  const t = useT();
  const [name, setName] = useState(fixedName ?? "");
  const [passphrase, setPassphrase] = useState("");
  /** The passphrase of this phone, where the server knows a newer one. */
  const [old, setOld] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AccessError>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await enter(old === undefined ? undefined : normalizePassphrase(old));
  };
  const enter = async (before: AccessAttempt["before"]) => {
    setBusy(true);
    setRefusal(undefined);
    const entered = await onEnter({
      name: name.trim().toLowerCase(),
      passphrase: normalizePassphrase(passphrase),
      before,
    });
    setBusy(false);
    if (entered.ok) return;
    setRefusal(entered.error);
    if (entered.error.type === "OldPassphraseNeeded") setOld("");
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Refusal error={refusal} />
        {!fixedName && (
          <TextField
            id="name"
            label={t("app.signIn.name")}
            value={name}
            onChange={setName}
            entry="code"
            inputMode="text"
            autoCapitalize="none"
          />
        )}
        <PasswordField
          id="passphrase"
          label={t("app.signIn.passphrase")}
          hint={t("app.signIn.hint")}
          value={passphrase}
          onChange={setPassphrase}
        />
        {old !== undefined && (
          <OldPassphraseField value={old} onChange={setOld} onGiveUp={() => void enter(startOver)} />
        )}
        <Button submits look="primary" busy={busy} wide icon="enter">
          {t("app.signIn.submit")}
        </Button>
      </Stack>
    </form>
  );
};
