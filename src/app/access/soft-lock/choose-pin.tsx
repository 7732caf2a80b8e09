import { type FormEvent, useState } from "react";
import { keepPin } from "../../../device/keyring/pin.ts";
import { pinLength, weaknessOf } from "../../../domain/rights/weak-pin.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { PinField } from "../../../ui/fields/text/pin-field.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import type { Unexpected } from "../sign-in-or-unlock.ts";
import type { SoftLock } from "./soft-lock.ts";

/** The sheet in which a PIN is chosen, and what opens it. */
export const useChoosePin = (softLock: SoftLock) => {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const sheet = (
    <Sheet open={isOpen} title={t("pin.choose")} onClose={close}>
      <ChoosePin softLock={softLock} onDone={close} />
    </Sheet>
  );
  return { isOpen, open: () => setIsOpen(true), sheet };
};

type Props = { readonly softLock: SoftLock; readonly onDone: () => void };

/** A PIN is typed twice: it is stored nowhere, so it cannot be looked up. */
const ChoosePin = ({ softLock, onDone }: Props) => {
  const t = useT();
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Unexpected>();
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
    const check = await keepPin(pin).catch(notDerived);
    setBusy(false);
    setFailure(check ? undefined : { type: "Unexpected" });
    if (!check) return;
    softLock.choose(check);
    onDone();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Refusal error={failure} />
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

/** Argon2id needs 19 MiB at once, which a phone may not have. */
const notDerived = () => undefined;
