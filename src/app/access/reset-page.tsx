import { type FormEvent, useState } from "react";
import { isStrongEnough, resetCodeIn } from "../../device/keyring/reset-code.ts";
import { normalizePassphrase } from "../../domain/rights/normalize-passphrase.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { PasswordField } from "../../ui/fields/text/password-field.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "./access-layout.tsx";
import type { AccessError } from "./sign-in-or-unlock.ts";
import { unlockByResetCode } from "./unlock-by-reset-code.ts";
import type { AccessActions, AccessState } from "./use-access.ts";

type Props = { readonly who: AccessState; readonly enterBy: AccessActions["enterBy"]; readonly onBack: () => void };

/** For who forgot their passphrase: a code from their lead, a new passphrase, and the phone is open. Needs no network. */
export const ResetPage = ({ who, enterBy, onBack }: Props) => {
  const t = useT();
  const [code, setCode] = useState("");
  const [next, setNext] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AccessError | { readonly type: "WeakPassphrase" }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!isStrongEnough(normalizePassphrase(next))) return setRefusal({ type: "WeakPassphrase" });
    setBusy(true);
    const opened = await enterBy((phone) => unlockByResetCode(phone, resetCodeIn(code), normalizePassphrase(next)));
    setBusy(false);
    if (!opened.ok) setRefusal(opened.error);
  };
  return (
    <AccessLayout title={t("reset.title")} lede={t("reset.lede")}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Refusal error={refusal} />
          <TextField
            id="reset-code"
            label={t("reset.code")}
            value={code}
            onChange={setCode}
            entry="digits"
            inputMode={who.state === "locked" && who.last.hasLetters ? "text" : "numeric"}
            autoCapitalize="none"
          />
          <PasswordField
            id="next-passphrase"
            label={t("reset.next")}
            hint={t("reset.hint")}
            value={next}
            onChange={setNext}
          />
          <Button submits look="primary" busy={busy} wide icon="enter">
            {t("reset.submit")}
          </Button>
          <Button wide onPress={onBack}>
            {t("ui.cancel")}
          </Button>
        </Stack>
      </form>
    </AccessLayout>
  );
};
