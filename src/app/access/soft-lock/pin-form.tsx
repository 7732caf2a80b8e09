import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { pinLength } from "../../../domain/rights/weak-pin.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { PinField } from "../../../ui/fields/text/pin-field.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import type { Unexpected } from "../sign-in-or-unlock.ts";
import { mostTries, type SoftLock } from "./soft-lock.ts";
import { useSoftLockState } from "./use-soft-lock-state.ts";

/** Asks for the PIN: one field, which sends itself with the last digit. */
export const PinForm = ({ softLock }: { readonly softLock: SoftLock }) => {
  const t = useT();
  const now = useSoftLockState(softLock);
  const triesLeft = now.state === "locked" ? now.triesLeft : mostTries;
  const [digits, setDigits] = useState("");
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<Unexpected>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useFocusWhenShown(field);

  const tryPin = async (typed: string) => {
    if (busy) return;
    if (typed.length < pinLength) return setError(t("pin.notSix"));
    setBusy(true);
    const unchecked = await softLock.unlock(typed).catch(unexpected);
    setBusy(false);
    setFailure(unchecked);
    if (!unchecked) setDigits("");
    field.current?.focus();
  };
  const type = (typed: string) => {
    if (busy) return;
    setError(undefined);
    setDigits(typed);
    if (typed.length === pinLength) void tryPin(typed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void tryPin(digits);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Refusal error={failure} />
        {!failure && triesLeft < mostTries && (
          <Notice key={triesLeft} kind="danger">
            {t("pin.wrong", { count: triesLeft })}
          </Notice>
        )}
        <PinField
          id="pin"
          label={t("pin.field")}
          error={error}
          value={digits}
          length={pinLength}
          onChange={type}
          enterKeyHint="go"
          ref={field}
        />
        <Button submits look="primary" busy={busy} wide icon="enter">
          {t("app.lock.unlock")}
        </Button>
      </Stack>
    </form>
  );
};

const unexpected = (): Unexpected => ({ type: "Unexpected" });

/** A hidden page is covered and gives no field the focus: the field is focused when the page is shown. */
const useFocusWhenShown = (field: RefObject<HTMLInputElement | null>): void =>
  useEffect(() => {
    const focus = () => requestAnimationFrame(() => field.current?.focus());
    focus();
    document.addEventListener("visibilitychange", focus);
    return () => document.removeEventListener("visibilitychange", focus);
  }, [field]);
