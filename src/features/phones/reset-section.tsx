import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { QrCode } from "../../ui/pictures/qr-code.tsx";
import { resetAddress } from "./reset-address.ts";

type Props = { readonly name: string; readonly code: string };

/** A code with which somebody who forgot their passphrase chooses another one; shown only when it is wanted. */
export const ResetSection = ({ name, code }: Props) => {
  const t = useT();
  const [isShown, setIsShown] = useState(false);
  if (!isShown)
    return (
      <Button icon="lock" wide onPress={() => setIsShown(true)}>
        {t("lead.phones.forgot")}
      </Button>
    );
  return (
    <Stack space="tight">
      <p>{t("lead.phones.forgotText", { name })}</p>
      <QrCode text={resetAddress()} label={t("lead.phones.code")} />
      <p className="p-qr__words">{(code.match(/.{1,4}/g) ?? []).join(" ")}</p>
      <Button wide onPress={() => setIsShown(false)}>
        {t("lead.phones.hide")}
      </Button>
    </Stack>
  );
};
