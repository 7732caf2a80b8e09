import { type FormEvent, type ReactNode, useState } from "react";
import type { Result } from "../domain/result.ts";
import { useErrorText } from "../i18n/error-text.ts";
import { useT } from "../i18n/use-t.ts";
import { AppFrame } from "../ui/app-frame.tsx";
import { AppHeader } from "../ui/app-header.tsx";
import { Button } from "../ui/button.tsx";
import { LanguageChips } from "../ui/language-chips.tsx";
import { NavigationProvider } from "../ui/navigation.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { Stack } from "../ui/stack.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { EnterError } from "./person.ts";
import { wordsIn } from "./words-in.ts";

type Enter = (name: string, passphrase: string) => Promise<Result<void, EnterError>>;

/** The first thing a new volunteer sees. It needs the network once; afterwards the phone works without. */
export const SignInPage = ({ onEnter, notice }: { readonly onEnter: Enter; readonly notice?: ReactNode }) => {
  const t = useT();
  return (
    <NavigationProvider navigate={(href) => history.replaceState(null, "", href)}>
      <AppFrame header={<AppHeader title={t("app.name")} detail={t("app.motto")} />}>
        <Page title={t("app.signIn.title")} lede={t("app.signIn.lede")}>
          <Stack space="section">
            {notice}
            <SignInForm onEnter={onEnter} />
            <LanguageChips id="language" />
          </Stack>
        </Page>
      </AppFrame>
    </NavigationProvider>
  );
};

/** Also used to sign in again while the app stays open. */
export const SignInForm = ({ onEnter, name: fixedName }: { readonly onEnter: Enter; readonly name?: string }) => {
  const t = useT();
  const errorText = useErrorText();
  const [name, setName] = useState(fixedName ?? "");
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<EnterError>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const entered = await onEnter(name.trim().toLowerCase(), wordsIn(passphrase));
    setBusy(false);
    if (!entered.ok) setRefusal(entered.error);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {refusal && (
          <div role="alert">
            <Notice kind="danger">{errorText(refusal)}</Notice>
          </div>
        )}
        {!fixedName && (
          <TextField
            id="name"
            label={t("app.signIn.name")}
            value={name}
            onChange={setName}
            entry="code"
            inputMode="text"
            autoCapitalize="none"
            autoComplete="username"
          />
        )}
        <PasswordField
          id="passphrase"
          label={t("app.signIn.passphrase")}
          hint={t("app.signIn.hint")}
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="current-password"
        />
        <Button submits look="primary" busy={busy} wide icon="enter">
          {t("app.signIn.submit")}
        </Button>
      </Stack>
    </form>
  );
};
