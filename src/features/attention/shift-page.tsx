import { type ReactNode, useState } from "react";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { isProven, type ShiftProof, shiftProofOf } from "../../live/attention/shift-proof.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useLive } from "../../live/use-live.ts";
import { useSession } from "../../session/use-session.ts";
import { Button } from "../../ui/actions/button.tsx";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { BigCount } from "../../ui/display/big-count.tsx";
import { Facts } from "../../ui/display/facts.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { SelectField } from "../../ui/fields/choice/select-field.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Row } from "../../ui/page/row.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { useKindLabel } from "./records/use-kind-label.ts";

const hour = 3_600_000;
const usualShift = 12;

type ShiftPageProps = {
  readonly onSendNow: () => void;
  /** How the house did, where there is one. */
  readonly pictures?: ReactNode;
};

/** The lead's proof at the end of a shift: what this phone recorded, how much the server has, as of when. True offline, too. */
export const ShiftPage = ({ onSendNow, pictures }: ShiftPageProps) => {
  const t = useT();
  const kindWord = useKindLabel();
  const { dayAndTime, number } = useFormats();
  const { author } = useLiveContext();
  const [opened] = useState(() => Date.parse(author().at));
  const hours = Array.from({ length: 24 }, (_, back) =>
    new Date(Math.floor(opened / hour - back) * hour).toISOString(),
  );
  const [since = hours[0] ?? "", setSince] = useState(hours[usualShift]);
  const { state } = useSession((session) => session.sync);
  const proof = useLive(shiftProofOf, author().device, since);
  return (
    <Page
      title={t("shift.shift.title")}
      lede={t("shift.shift.who", { name: author().by })}
      back="/sync"
      action={
        !isProven(proof) && (
          <Button look="primary" icon="sync" wide working={state === "working"} onPress={onSendNow}>
            {t("attention.sendNow")}
          </Button>
        )
      }
    >
      <Stack space="section">
        <Verdict proof={proof} />
        <Row even>
          <BigCount value={proof.recorded} label={t("shift.shift.recorded")} test="count-recorded" />
          <BigCount value={proof.onServer} label={t("shift.shift.onServer")} test="count-on-server" />
        </Row>
        <SelectField
          id="since"
          label={t("shift.shift.since")}
          options={hours.map((at) => ({ value: at, label: dayAndTime(at) }))}
          value={since}
          onChange={(chosen) => chosen && setSince(chosen)}
        />
        {proof.kinds.length > 0 && (
          <Facts
            facts={proof.kinds.map(({ kind, recorded, onServer }) => ({
              label: kindWord(kind),
              value: t("shift.shift.of", { onServer: number(onServer), recorded: number(recorded) }),
            }))}
          />
        )}
        <p>{t("shift.shift.about")}</p>
        {pictures}
      </Stack>
    </Page>
  );
};

const Verdict = ({ proof }: { readonly proof: ShiftProof }) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { lastContact } = useSession((session) => session.sync);
  const asOf = lastContact ? t("shift.shift.asOf", { at: dayAndTime(lastContact) }) : t("shift.shift.neverHeard");
  if (isProven(proof) && lastContact)
    return (
      <Notice kind="success" title={t("shift.shift.all")}>
        <p>{asOf}</p>
      </Notice>
    );
  return (
    <Notice
      kind="warning"
      title={proof.onlyHere > 0 ? t("shift.shift.onlyHere", { count: proof.onlyHere }) : t("shift.shift.notKnown")}
      action={
        proof.onlyHere > 0 && (
          <LinkButton href="/sync" icon="list">
            {t("shift.shift.which")}
          </LinkButton>
        )
      }
    >
      <Stack space="tight">
        {proof.oldest && <p>{t("shift.shift.oldest", { at: dayAndTime(proof.oldest) })}</p>}
        {proof.needsAttention > 0 && <p>{t("attention.needsAttention", { count: proof.needsAttention })}</p>}
        {proof.unknown > 0 && <p>{t("shift.shift.unknown", { count: proof.unknown })}</p>}
        <p>{asOf}</p>
      </Stack>
    </Notice>
  );
};
