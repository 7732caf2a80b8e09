import type { ReactNode } from "react";
import { totalOf, workIn } from "../../../domain/attention/unsent-work.ts";
import { leads } from "../../../domain/rights/leads.ts";
import { useWorkInWords } from "../../../forms/use-work-in-words.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import {
  brokenRecords,
  crowdedRecords,
  madeByNewerApp,
  noRecords,
  unsentOf,
} from "../../../live/attention/unsent-view.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useLive } from "../../../live/use-live.ts";
import { useSession } from "../../../session/use-session.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { BigCount } from "../../../ui/display/big-count.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { ExportForLead } from "../exchange/export-for-lead.tsx";
import { RecordList } from "./record-list.tsx";

type UnsentPageProps = {
  readonly onSendNow: () => void;
  /** What is wrong with the connection or the phone, and what can be done about it. */
  readonly notices: ReactNode;
};

/** What is only on this phone, why, and since when the server has not been heard. */
export const UnsentPage = ({ onSendNow, notices }: UnsentPageProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { state, lastContact } = useSession((session) => session.sync);
  const isLead = leads(useLiveContext().roles);
  const unsent = useLive(unsentOf);
  const work = workIn(unsent.map(({ document }) => document));
  const inWords = useWorkInWords();
  const newer = useLive(madeByNewerApp);
  const broken = useLive(brokenRecords);
  const crowded = useLive(isLead ? crowdedRecords : noRecords);
  const refused = unsent.filter(({ sending }) => sending.state === "needsAttention");
  const waiting = unsent.filter(({ sending }) => sending.state === "savedHere");
  const contact = lastContact ? t("attention.lastContact", { at: dayAndTime(lastContact) }) : t("record.noContact");
  return (
    <Page
      title={t("attention.outbox")}
      lede={contact}
      back="/"
      action={
        <Button look="primary" icon="sync" wide working={state === "working"} onPress={onSendNow}>
          {t("attention.sendNow")}
        </Button>
      }
    >
      <Stack space="section">
        {notices}
        <Stack>
          <BigCount value={totalOf(work)} label={t("attention.onlyHere")} detail={inWords(work)} test="count-unsent" />
          {unsent.length === 0 && <Empty title={t("attention.allSent")} icon="sent" />}
          <LinkButton href="/sync/shift" icon="check" wide>
            {t("shift.shift.title")}
          </LinkButton>
        </Stack>
        {refused.length > 0 && (
          <Section title={t("attention.needsAttention", { count: refused.length })}>
            <Stack>
              <p>{t("attention.needsAttentionText")}</p>
              <RecordList label={t("attention.needsAttention", { count: refused.length })} records={refused} />
              <ExportForLead records={refused} />
            </Stack>
          </Section>
        )}
        {waiting.length > 0 && (
          <Section title={t("attention.waiting", { count: waiting.length })}>
            <RecordList label={t("attention.waiting", { count: waiting.length })} records={waiting} />
          </Section>
        )}
        {broken.length > 0 && (
          <Section title={t("record.broken.title", { count: broken.length })}>
            <Stack>
              <p>{t("record.broken.text")}</p>
              <RecordList label={t("record.broken.title", { count: broken.length })} records={broken} />
            </Stack>
          </Section>
        )}
        {crowded.length > 0 && (
          <Section title={t("record.crowded.title", { count: crowded.length })}>
            <Stack>
              <p>{t("record.crowded.text")}</p>
              <RecordList label={t("record.crowded.title", { count: crowded.length })} records={crowded} />
            </Stack>
          </Section>
        )}
        {newer.length > 0 && (
          <Section title={t("attention.newer.title", { count: newer.length })}>
            <Stack>
              <p>{t("attention.newer.text")}</p>
              <RecordList label={t("attention.newer.title", { count: newer.length })} records={newer} />
            </Stack>
          </Section>
        )}
        {isLead && (
          <LinkButton href="/sync/read-in" icon="enter" wide>
            {t("record.readIn.title")}
          </LinkButton>
        )}
      </Stack>
    </Page>
  );
};
