import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useChoosePin } from "./choose-pin.tsx";
import type { SoftLock } from "./soft-lock.ts";
import { useSoftLockState } from "./use-soft-lock-state.ts";

/** In the settings: whether a PIN opens the app after a break, and a way to choose one. */
export const PinSection = ({ softLock }: { readonly softLock: SoftLock }) => {
  const t = useT();
  const { open, sheet } = useChoosePin(softLock);
  const hasPin = useSoftLockState(softLock).state !== "noPin";
  return (
    <>
      <Stack>
        {hasPin && <Notice kind="success">{t("pin.chosen")}</Notice>}
        <Button icon="lock" wide onPress={open}>
          {hasPin ? t("pin.other") : t("pin.choose")}
        </Button>
      </Stack>
      {sheet}
    </>
  );
};
