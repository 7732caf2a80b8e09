import { useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { ChoosePinSheet } from "./choose-pin.tsx";
import type { SoftLock } from "./soft-lock.ts";
import { useSoftLockState } from "./use-soft-lock-state.ts";

/** Offered once to whoever had to type four words because they had paused. */
export const PinOffer = ({ softLock }: { readonly softLock: SoftLock }) => {
  const t = useT();
  const [isAnswered, setAnswered] = useState(false);
  const [asking, setAsking] = useState(false);
  const { state } = useSoftLockState(softLock);
  if (isAnswered || (state !== "noPin" && !asking)) return null;
  return (
    <>
      <Notice
        title={t("pin.offer")}
        action={
          <Row>
            <Button onPress={() => setAsking(true)}>{t("pin.set")}</Button>
            <Button look="quiet" onPress={() => setAnswered(true)}>
              {t("pin.later")}
            </Button>
          </Row>
        }
      />
      <ChoosePinSheet
        open={asking}
        softLock={softLock}
        onClose={() => setAsking(false)}
        onDone={() => setAsking(false)}
      />
    </>
  );
};
