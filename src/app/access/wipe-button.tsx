import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";

/** Destroys what everybody has on this phone; asked once. */
export const WipeButton = ({ onWipe }: { readonly onWipe: () => Promise<void> }) => {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <>
      <Button look="quiet" wide icon="trash" onPress={() => setAsking(true)}>
        {t("app.wipe.open")}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        busy={busy}
        title={t("app.wipe.title")}
        confirmLabel={t("app.wipe.confirm")}
        onConfirm={() => {
          setBusy(true);
          void onWipe();
        }}
        onCancel={() => setAsking(false)}
      >
        {t("app.wipe.text")}
      </ConfirmDialog>
    </>
  );
};
