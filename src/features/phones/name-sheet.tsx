import { type FormEvent, useState } from "react";
import { phoneName } from "../../domain/rights/phone-name.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { ManagedPhone, PhoneActs, PhonesError } from "./managed-phone.ts";

type Props = {
  readonly phone: ManagedPhone;
  readonly onSave: PhoneActs["name"];
  readonly onClose: () => void;
};

/** What people call a phone. */
export const NameSheet = ({ phone, onSave, onClose }: Props) => {
  const t = useT();
  const [name, setName] = useState(phone.name ?? "");
  const [isMisnamed, setMisnamed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<PhonesError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    setMisnamed(!phoneName.test(given));
    if (!phoneName.test(given)) return;
    setBusy(true);
    const saved = await onSave(phone.device, given);
    setBusy(false);
    if (saved.ok) onClose();
    else setRefusal(saved.error);
  };
  return (
    <Sheet open title={t("lead.phones.name.title")} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Refusal error={refusal} />
          <TextField
            id="phone-name"
            label={t("lead.phones.name.label")}
            hint={t("lead.phones.name.hint")}
            error={isMisnamed ? t("lead.phones.name.misnamed") : undefined}
            value={name}
            onChange={setName}
            enterKeyHint="done"
          />
          <Button submits wide look="primary" busy={busy}>
            {t("lead.phones.name.save")}
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
};
