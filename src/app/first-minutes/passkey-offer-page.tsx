import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "../access/access-layout.tsx";
import type { PasskeyOffer } from "../access/use-access.ts";

/** Asks once, right after the first signing in, whether a fingerprint is to open the phone; the passphrase is not typed again. */
export const PasskeyOfferPage = ({ offer }: { readonly offer: PasskeyOffer }) => {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const [address] = useState(() => location.href);
  const goOn = () => {
    // Back changes nothing but the address here: the app opens where it would have opened without the question.
    if (location.href !== address) history.replaceState(null, "", address);
    offer.answered();
  };
  const accept = async () => {
    setBusy(true);
    setIsRefused(false);
    const added = await offer.add();
    setBusy(false);
    if (added.ok) goOn();
    else setIsRefused(true);
  };
  return (
    <AccessLayout title={t("first.passkey.title")} lede={t("first.passkey.text")} isNext>
      {isRefused && (
        <div role="alert">
          <Notice kind="danger">{t("first.passkey.failed")}</Notice>
        </div>
      )}
      <Stack>
        <Button look="primary" wide icon="lock" busy={busy} onPress={() => void accept()}>
          {t("first.passkey.use")}
        </Button>
        <Button wide onPress={goOn}>
          {t("first.passkey.later")}
        </Button>
      </Stack>
    </AccessLayout>
  );
};
