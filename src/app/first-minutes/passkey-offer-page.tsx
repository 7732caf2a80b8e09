import { useState } from "react";
import type { NamedError } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "../access/access-layout.tsx";
import type { PasskeyOffer } from "../access/use-access.ts";

/** Asks once, right after the first signing in, whether a fingerprint is to open the phone; the passphrase is not typed again. */
export const PasskeyOfferPage = ({ offer }: { readonly offer: PasskeyOffer }) => {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<NamedError>();
  const accept = async () => {
    setBusy(true);
    setRefusal(undefined);
    const added = await offer.add();
    setBusy(false);
    if (added.ok) offer.answered();
    else setRefusal(added.error);
  };
  return (
    <AccessLayout title={t("welcome.passkey.title")} lede={t("welcome.passkey.text")}>
      <Refusal error={refusal} />
      <Stack>
        <Button look="primary" wide icon="lock" busy={busy} onPress={() => void accept()}>
          {t("welcome.passkey.use")}
        </Button>
        <Button wide onPress={offer.answered}>
          {t("welcome.passkey.later")}
        </Button>
      </Stack>
    </AccessLayout>
  );
};
