import { useState } from "react";
import { beginAnew, isCrowded } from "../../../domain/attention/begin-anew.ts";
import { isTombstone } from "../../../domain/model/kind.ts";
import { kindNamed } from "../../../domain/model/kinds.ts";
import { mayBeginAnew } from "../../../domain/rights/leads.ts";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import type { NamedError } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { FiledRecord } from "../../../live/records.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LongList } from "../../../ui/display/long-list.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

/** A record that is nearly full: a lead begins its history anew and is told which values have no room in it. */
export const BeginAnew = ({ filed: { database, document } }: { readonly filed: FiledRecord }) => {
  const t = useT();
  const { roles, databases, writer, author } = useLiveContext();
  const words = useFieldLabels(database);
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<NamedError>();
  const kind = kindNamed(document.kind);
  if (!kind || isTombstone(document) || !isCrowded(kind, document)) return null;
  const { leftOut } = beginAnew(kind, document, author());
  const lost = t("record.crowded.leftOut", { count: leftOut.length });
  const may = databases.includes(database) && mayBeginAnew(roles, database, document);
  const begin = async () => {
    setAsking(false);
    const done = await writer.beginAnew(database, document._id, leftOut);
    setRefusal(done.ok ? undefined : done.error);
  };
  return (
    <Stack space="tight">
      <Notice kind="warning" title={t("record.crowded.one")}>
        {t(may ? "record.crowded.forLead" : "record.crowded.forOthers")}
      </Notice>
      <Refusal error={refusal} />
      {may && (
        <Button icon="edit" wide onPress={() => setAsking(true)}>
          {t("record.crowded.begin")}
        </Button>
      )}
      <ConfirmDialog
        open={isAsking}
        title={t("record.crowded.question")}
        confirmLabel={t("record.crowded.begin")}
        danger
        onConfirm={() => void begin()}
        onCancel={() => setAsking(false)}
      >
        <Stack space="tight">
          <p>{t("record.crowded.questionText")}</p>
          {leftOut.length > 0 && (
            <>
              <p>{lost}</p>
              <LongList
                label={lost}
                items={leftOut.map(
                  ({ field, value }) => `${words.label(field)}: ${words.value(document.kind, field, value)}`,
                )}
              />
            </>
          )}
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
};
