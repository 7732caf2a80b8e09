import { useState } from "react";
import type { Result } from "../../domain/model/result.ts";
import { usualLockTimes } from "../../domain/rights/lock-times.ts";
import type { NamedError } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "../access/access-layout.tsx";
import { useAutoLock } from "../access/use-auto-lock.ts";

type Props = { readonly addPasskey: () => Promise<Result<void, NamedError>>; readonly open: () => void };

/** Asks once, right after the first signing in, whether a fingerprint is to open the phone; the passphrase is not typed again. */
export const PasskeyOffer = ({ addPasskey, open }: Props) => {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<NamedError>();
  // The keys are in memory: a phone that is left here locks as it would behind it.
  useAutoLock(() => location.reload(), usualLockTimes, false);
  const accept = async () => {
    setBusy(true);
    setRefusal(undefined);
    const added = await addPasskey();
    setBusy(false);
    if (added.ok) open();
    else setRefusal(added.error);
  };
  return (
    <AccessLayout title={t("first.passkey.title")} lede={t("first.passkey.text")}>
      <Refusal error={refusal} />
      <Stack>
        <Button look="primary" wide icon="lock" busy={busy} onPress={() => void accept()}>
          {t("first.passkey.use")}
        </Button>
        <Button wide onPress={open}>
          {t("first.passkey.later")}
        </Button>
      </Stack>
    </AccessLayout>
  );
};
