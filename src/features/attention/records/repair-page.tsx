import { readRefusal, repairOf } from "../../../domain/attention/refusal.ts";
import type { Problem } from "../../../domain/model/check-document.ts";
import type { Document } from "../../../domain/model/document.ts";
import { isRequired } from "../../../domain/model/kind.ts";
import { kindNamed } from "../../../domain/model/kinds.ts";
import { ok } from "../../../domain/model/result.ts";
import { DocumentForm } from "../../../forms/document-form.tsx";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { FiledRecord, Records } from "../../../live/records.ts";
import { useChange } from "../../../live/use-change.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { Page, type PageProps } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { recordHref } from "../addresses.ts";
import { RecordState } from "./record-state.tsx";

type RepairPageProps = { readonly database: string; readonly id: string };

/** The fields for which a record was refused, to be written anew. Saved, it goes out again by itself. */
export const RepairPage = ({ database, id }: RepairPageProps) => {
  const t = useT();
  const filed = useLive(fileOf, database, id);
  const page = { title: t("record.repair.title"), back: recordHref(database, id) };
  if (filed?.sending.state !== "needsAttention")
    return (
      <Page {...page}>
        <Empty title={t("record.repair.nothing")} icon="check" />
      </Page>
    );
  return <RepairForm filed={filed} reason={filed.sending.reason} page={page} />;
};

type RepairFormProps = {
  readonly filed: FiledRecord;
  readonly reason: string;
  readonly page: Pick<PageProps, "title" | "back">;
};

const RepairForm = ({ filed, reason, page }: RepairFormProps) => {
  const t = useT();
  const today = useToday();
  const { database, document } = filed;
  const words = useFieldLabels(database);
  const change = useChange(database, "person");
  const { replace } = useNavigation();
  const kind = kindNamed(document.kind);
  if (!kind) return null;
  const { written, takenOut } = repairOf(kind, document, readRefusal(reason));
  const done = () => replace(recordHref(database, document._id));

  const write = async (changed: Readonly<Record<string, unknown>>): Promise<readonly Problem[]> => {
    const saved = await change(document._id, (current) =>
      ok(withFields(current as Document, changed) as typeof current),
    );
    return !saved.ok && saved.error.type === "NotValid" ? saved.error.problems : [];
  };
  const takeOut = async (field: string) => {
    const problems = await write({ [field]: undefined });
    if (problems.length === 0) done();
  };
  const notice = (
    <>
      <RecordState filed={filed} brief />
      {takenOut.map((field) => (
        <Button key={field} icon="trash" wide onPress={() => void takeOut(field)}>
          {t("record.repair.takeOut", { field: words.label(field) })}
        </Button>
      ))}
    </>
  );
  if (written.length === 0)
    return (
      <Page {...page}>
        <Stack space="section">{notice}</Stack>
      </Page>
    );
  return (
    <DocumentForm
      page={page}
      notice={notice}
      kind={kind}
      document={document}
      today={today}
      label={words.label}
      sections={[{ title: t("record.repair.fields"), fields: written }]}
      hint={(field) => (isRequired(kind, field) ? undefined : t("record.repair.mayBeEmpty"))}
      onSave={write}
      onDone={done}
    />
  );
};

const withFields = (document: Document, changed: Readonly<Record<string, unknown>>): Document => ({
  ...document,
  ...changed,
});

const fileOf = (records: Records, database: string, id: string): FiledRecord | undefined => records.find(database, id);
