import { useState } from "react";
import { bringBackRecord, takeBackRecord } from "../../../domain/attention/take-back.ts";
import { isSound } from "../../../domain/model/check-document.ts";
import type { Document } from "../../../domain/model/document.ts";
import { kindNamed } from "../../../domain/model/kinds.ts";
import { readDocument } from "../../../domain/model/read-document.ts";
import { leads } from "../../../domain/rights/leads.ts";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import type { NamedError } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { FiledRecord } from "../../../live/records.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

/** What of a record cannot be read. A lead may take the record off every list, and put it back. */
export const BrokenRecord = ({ filed: { database, document } }: { readonly filed: FiledRecord }) => {
  const t = useT();
  const { and } = useFormats();
  const { label } = useFieldLabels(database);
  const fields = brokenIn(document);
  if (fields.length === 0) return null;
  return (
    <Stack space="tight">
      <Notice kind="warning" title={t("record.broken.one")}>
        {t("record.broken.fields", { fields: and([...new Set(fields.map(label))]) })}
      </Notice>
      <TakeBack database={database} document={document} />
    </Stack>
  );
};

const brokenIn = (document: Document): readonly string[] => {
  const kind = kindNamed(document.kind);
  return kind ? readDocument(kind, document).broken : [];
};

/** Whether a value is one that its field can hold. */
export const isReadableValue = (document: Document, field: string): boolean => {
  const kind = kindNamed(document.kind);
  return !kind || isSound(kind, field, document[field]);
};

const TakeBack = ({ database, document }: Pick<FiledRecord, "database" | "document">) => {
  const t = useT();
  const { roles, writer } = useLiveContext();
  const { mayChange } = useRights();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<NamedError>();
  if (!leads(roles) || !mayChange(database, document, "voided")) return null;
  const isTaken = document.voided !== undefined;
  const change = async () => {
    setAsking(false);
    const changed = await writer.change(database, document._id, isTaken ? bringBackRecord : takeBackRecord);
    setRefusal(changed.ok ? undefined : changed.error);
  };
  return (
    <>
      <Refusal error={refusal} />
      <Button icon="undo" wide onPress={() => (isTaken ? void change() : setAsking(true))}>
        {t(isTaken ? "record.broken.bringBack" : "record.broken.takeBack")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t("record.broken.question")}
        confirmLabel={t("record.broken.takeBack")}
        danger
        onConfirm={() => void change()}
        onCancel={() => setAsking(false)}
      >
        {t("record.broken.questionText")}
      </ConfirmDialog>
    </>
  );
};
