import { type FormEvent, useState } from "react";
import { accountName } from "../../domain/rights/account-name.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { QrCode } from "../../ui/pictures/qr-code.tsx";
import type { Invitation, ManagedPhones, PhonesError } from "./managed-phone.ts";

type Props = {
  readonly site: string;
  /** What new volunteers are invited to, in words. */
  readonly work: readonly string[];
  readonly invite: ManagedPhones["invite"];
};

/** What makes a new volunteer's phone ready: a code that its own camera scans, and six digits that are told. */
export const InviteSection = ({ site, work, invite }: Props) => {
  const t = useT();
  const { time } = useFormats();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<Invitation>();
  const [refusal, setRefusal] = useState<PhonesError>();
  const [isMisnamed, setMisnamed] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const account = name.trim().toLowerCase();
    setMisnamed(!accountName.test(account));
    if (!accountName.test(account)) return;
    setBusy(true);
    const invited = await invite(account, site);
    setBusy(false);
    setShown(invited.ok ? invited.value : undefined);
    setRefusal(invited.ok ? undefined : invited.error);
  };
  return (
    <Section title={t("lead.invite.title")}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p>
            <strong>{work}</strong>
          </p>
          <p>{t("lead.invite.text")}</p>
          <Refusal error={refusal} />
          <TextField
            id="invite-name"
            label={t("lead.invite.name")}
            hint={t("lead.invite.nameHint")}
            error={isMisnamed ? t("lead.invite.misnamed") : undefined}
            value={name}
            onChange={setName}
            entry="code"
            autoCapitalize="none"
          />
          <Button submits wide icon="plus" busy={busy}>
            {t("lead.invite.make")}
          </Button>
          {shown && (
            <>
              <p>{t("lead.invite.scan")}</p>
              <QrCode text={shown.link} label={t("lead.invite.code")} />
              <p>{t("lead.invite.address")}</p>
              <p className="p-qr__address">{shown.link}</p>
              <p>{t("lead.invite.digits", { at: time(shown.endsAt) })}</p>
              <p className="p-qr__digits">{`${shown.digits.slice(0, 3)} ${shown.digits.slice(3)}`}</p>
            </>
          )}
        </Stack>
      </form>
    </Section>
  );
};
