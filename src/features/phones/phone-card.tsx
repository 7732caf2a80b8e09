import { useState } from "react";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { ManagedPhone } from "./managed-phone.ts";
import { ResetSection } from "./reset-section.tsx";

type Props = {
  readonly phone: ManagedPhone;
  readonly isOwn: boolean;
  readonly onWipe: () => void;
  readonly onEnd: () => void;
};

export const PhoneCard = ({ phone, isOwn, onWipe, onEnd }: Props) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const [asking, setAsking] = useState<"wipe" | "end">();
  const { account, label, lastAt, wipeAt, toldAt, hasEnded, reset } = phone;
  const said = {
    wipe: { title: t("lead.phones.wipeTitle"), text: t("lead.phones.wipeText"), act: onWipe },
    end: { title: t("lead.phones.endTitle", { name: account }), text: t("lead.phones.endText"), act: onEnd },
  };
  const dialog = asking && said[asking];
  return (
    <Section title={account}>
      <Stack space="tight">
        <p>{t("lead.phones.heard", { label, at: dayAndTime(lastAt) })}</p>
        {hasEnded && <p>{t("lead.phones.ended")}</p>}
        {toldAt && <p>{t("lead.phones.told", { at: dayAndTime(toldAt) })}</p>}
        {wipeAt && !toldAt && <p>{t("lead.phones.ordered", { at: dayAndTime(wipeAt) })}</p>}
        {reset && !wipeAt && !hasEnded && <ResetSection name={account} code={reset} />}
        {!wipeAt && (
          <Button icon="trash" wide onPress={() => setAsking("wipe")}>
            {t("lead.phones.wipe", { name: account })}
          </Button>
        )}
        {!isOwn && !hasEnded && (
          <Button icon="leave" wide onPress={() => setAsking("end")}>
            {t("lead.phones.end")}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        open={dialog !== undefined}
        danger
        title={dialog?.title ?? ""}
        confirmLabel={asking === "end" ? t("lead.phones.end") : t("lead.phones.wipe", { name: account })}
        onConfirm={() => {
          dialog?.act();
          setAsking(undefined);
        }}
        onCancel={() => setAsking(undefined)}
      >
        {dialog?.text}
      </ConfirmDialog>
    </Section>
  );
};
