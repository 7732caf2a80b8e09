import { readRefusal, repairOf } from "../../../domain/attention/refusal.ts";
import { contentFields, type Document } from "../../../domain/model/document.ts";
import { kindNamed } from "../../../domain/model/kinds.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { titleOf } from "../../../live/attention/record-title.ts";
import { isMadeByNewerApp } from "../../../live/attention/unsent-view.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { FiledRecord, Records } from "../../../live/records.ts";
import { useLive } from "../../../live/use-live.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Facts } from "../../../ui/display/facts.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { repairHref, screenOf } from "../addresses.ts";
import { ExportForLead } from "../exchange/export-for-lead.tsx";
import { BeginAnew } from "./begin-anew.tsx";
import { BrokenRecord, isReadableValue } from "./broken-record.tsx";
import { RecordState } from "./record-state.tsx";
import { useKindLabel } from "./use-kind-label.ts";

type RecordPageProps = { readonly database: string; readonly id: string; readonly onSendNow: () => void };

/** One record on its way: where it stands, what is wrong, what can be done about it, and what is in it. */
export const RecordPage = ({ database, id, onSendNow }: RecordPageProps) => {
  const t = useT();
  const kindWord = useKindLabel();
  const { records } = useLiveContext();
  const filed = useLive(fileOf, database, id);
  if (!filed)
    return (
      <Page title={t("attention.gone")} back="/sync">
        <Empty title={t("errors.NotFound")} icon="search" />
      </Page>
    );
  const { document } = filed;
  const title = titleOf(records, database, document);
  return (
    <Page
      title={title ?? kindWord(document.kind)}
      windowTitle={kindWord(document.kind)}
      lede={title && kindWord(document.kind)}
      back="/sync"
    >
      <Stack space="section">
        <Stack>
          <RecordState filed={filed} />
          {isMadeByNewerApp(document) && (
            <Notice kind="info" title={t("attention.newer.one")}>
              {t("attention.newer.text")}
            </Notice>
          )}
          <BrokenRecord filed={filed} />
          <BeginAnew filed={filed} />
          <WaysOut filed={filed} onSendNow={onSendNow} />
        </Stack>
        <FieldConflictCards database={database} id={id} />
        <Section title={t("attention.inIt")}>
          <RecordFacts database={database} document={document} />
        </Section>
      </Stack>
    </Page>
  );
};

const WaysOut = ({ filed, onSendNow }: { readonly filed: FiledRecord; readonly onSendNow: () => void }) => {
  const t = useT();
  const { database, document, sending } = filed;
  const screen = screenOf(document);
  const open = screen && (
    <LinkButton href={screen} icon="forward" wide>
      {t("attention.openScreen")}
    </LinkButton>
  );
  if (sending.state !== "needsAttention") return open;
  const kind = kindNamed(document.kind);
  const refusal = readRefusal(sending.reason);
  const repair = kind && !isMadeByNewerApp(document) ? repairOf(kind, document, refusal) : undefined;
  const canRepair = repair && repair.written.length + repair.takenOut.length > 0;
  return (
    <Stack space="tight">
      {canRepair && (
        <LinkButton href={repairHref(database, document._id)} look="primary" icon="edit" wide>
          {t("record.repair.open")}
        </LinkButton>
      )}
      <ExportForLead records={[filed]} />
      <Button icon="sync" wide onPress={onSendNow}>
        {t("attention.tryAgain")}
      </Button>
      {open}
    </Stack>
  );
};

const RecordFacts = ({ database, document }: { readonly database: string; readonly document: Document }) => {
  const t = useT();
  const words = useFieldLabels(database);
  const { dayAndTime } = useFormats();
  const facts = contentFields(document).map((field) => ({
    label: words.label(field),
    value: isReadableValue(document, field)
      ? words.value(document.kind, field, document[field])
      : t("record.broken.value", { value: JSON.stringify(document[field]).slice(0, longestShown) }),
  }));
  const named = new Map(facts.filter(({ label }) => label !== words.label("")).map((fact) => [fact.label, fact]));
  return (
    <Facts
      facts={[
        { label: t("attention.writtenBy"), value: `${document.createdBy}, ${dayAndTime(document.createdAt)}` },
        ...named.values(),
      ]}
    />
  );
};

/** Characters of a value that cannot be read. */
const longestShown = 120;

const fileOf = (records: Records, database: string, id: string): FiledRecord | undefined => records.find(database, id);
