import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { PasswordField } from "../../ui/fields/text/password-field.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onGiveUp: () => void;
};

/** What opens this phone while the server knows a newer passphrase; without it, what was not sent cannot be read any more. */
export const OldPassphraseField = ({ value, onChange, onGiveUp }: Props) => {
  const t = useT();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PasswordField id="old-passphrase" label={t("app.signIn.old")} value={value} onChange={onChange} />
      <Button look="quiet" wide onPress={() => setAsking(true)}>
        {t("app.signIn.anew")}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t("app.signIn.anew")}
        confirmLabel={t("app.signIn.submit")}
        cancelLabel={t("ui.cancel")}
        onConfirm={() => {
          setAsking(false);
          onGiveUp();
        }}
        onCancel={() => setAsking(false)}
      >
        {t("app.signIn.anewText")}
      </ConfirmDialog>
    </>
  );
};
