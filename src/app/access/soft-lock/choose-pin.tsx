import { type FormEvent, useState } from "react";
import { keepPin } from "../../../device/keyring/pin.ts";
import { pinLength, weaknessOf } from "../../../domain/rights/weak-pin.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { PinField } from "../../../ui/fields/text/pin-field.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import type { SoftLock } from "./soft-lock.ts";

type Props = { readonly softLock: SoftLock; readonly onDone: () => void };

export const ChoosePinSheet = ({ open, onClose, ...props }: Props & { open: boolean; onClose: () => void }) => {
  const t = useT();
  return (
    <Sheet open={open} title={t("pin.choose")} onClose={onClose}>
      <ChoosePin {...props} />
    </Sheet>
  );
};

/** A PIN is typed twice, for nobody can look it up. */
const ChoosePin = ({ softLock, onDone }: Props) => {
  const t = useT();
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const weakness = pin.length === pinLength ? weaknessOf(pin) : undefined;
  const refusal = pin.length < pinLength ? t("pin.notSix") : weakness && t(`pin.weak.${weakness}`);
  const isDifferent = pin !== again;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    // Enter leads from the first field to the second.
    if (!refusal && again === "") return document.getElementById("pin-again")?.focus();
    setAsked(true);
    const wrong = refusal ? "pin-new" : isDifferent && "pin-again";
    if (wrong) return document.getElementById(wrong)?.focus();
    setBusy(true);
    softLock.choose(await keepPin(pin));
    onDone();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p>{t("pin.text")}</p>
        <PinField
          id="pin-new"
          label={t("pin.field")}
          error={asked || weakness ? refusal : undefined}
          value={pin}
          length={pinLength}
          onChange={setPin}
          enterKeyHint="next"
        />
        <PinField
          id="pin-again"
          label={t("pin.again")}
          error={asked && !refusal && isDifferent ? t("pin.different") : undefined}
          value={again}
          length={pinLength}
          onChange={setAgain}
          enterKeyHint="done"
        />
        <Button submits look="primary" wide busy={busy}>
          {t("pin.set")}
        </Button>
      </Stack>
    </form>
  );
};
