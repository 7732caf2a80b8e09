import { type FormEvent, type ReactNode, useState } from "react";
import type { Result } from "../../domain/model/result.ts";
import type { NamedError } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { PasswordField } from "../../ui/fields/text/password-field.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";

/** How this phone is opened besides with the passphrase. */
export type PasskeySetup = {
  /** Whether this phone can be opened by a fingerprint or a face at all. */
  readonly mayHavePasskey: boolean;
  /** Whether it is opened so already. */
  readonly hasPasskey: boolean;
  readonly addPasskey: (passphrase: string) => Promise<Result<void, NamedError>>;
  /** How it is opened after a short break. */
  readonly pin: ReactNode;
};

export const PasskeySection = ({ mayHavePasskey, hasPasskey, addPasskey }: Omit<PasskeySetup, "pin">) => {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [isAdded, setIsAdded] = useState(false);
  if (!mayHavePasskey) return null;
  return (
    <Section title={t("settings.passkey.title")}>
      {isAdded || hasPasskey ? (
        <Notice kind="success">{t("settings.passkey.done")}</Notice>
      ) : (
        <Button icon="lock" wide onPress={() => setAsking(true)}>
          {t("settings.passkey.add")}
        </Button>
      )}
      <Sheet open={asking} title={t("settings.passkey.sheet")} onClose={() => setAsking(false)}>
        <AddPasskey
          add={addPasskey}
          onDone={() => {
            setAsking(false);
            setIsAdded(true);
          }}
        />
      </Sheet>
    </Section>
  );
};

type AddPasskeyProps = { readonly add: PasskeySetup["addPasskey"]; readonly onDone: () => void };

const AddPasskey = ({ add, onDone }: AddPasskeyProps) => {
  const t = useT();
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<NamedError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const added = await add(passphrase);
    setBusy(false);
    if (added.ok) onDone();
    else setRefusal(added.error);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p>{t("settings.passkey.text")}</p>
        <Refusal error={refusal} />
        <PasswordField
          id="passphrase-again"
          label={t("settings.passkey.confirm")}
          value={passphrase}
          onChange={setPassphrase}
        />
        <Button submits look="primary" wide busy={busy}>
          {t("settings.passkey.set")}
        </Button>
      </Stack>
    </form>
  );
};
