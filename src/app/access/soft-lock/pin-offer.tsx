import { useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { useChoosePin } from "./choose-pin.tsx";
import type { SoftLock } from "./soft-lock.ts";
import { useSoftLockState } from "./use-soft-lock-state.ts";

/** Offered once, after a pause for which the volunteer had to type the passphrase. */
export const PinOffer = ({ softLock }: { readonly softLock: SoftLock }) => {
  const t = useT();
  const [isAnswered, setAnswered] = useState(false);
  const { isOpen, open, sheet } = useChoosePin(softLock);
  const { state } = useSoftLockState(softLock);
  if (isAnswered || (state !== "noPin" && !isOpen)) return null;
  return (
    <>
      <Notice
        title={t("pin.offer")}
        action={
          <Row>
            <Button onPress={open}>{t("pin.set")}</Button>
            <Button look="quiet" onPress={() => setAnswered(true)}>
              {t("pin.later")}
            </Button>
          </Row>
        }
      />
      {sheet}
    </>
  );
};
