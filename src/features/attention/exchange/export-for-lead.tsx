import { useState } from "react";
import { recordFileName, recordFileOf } from "../../../domain/exchange/record-file.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { FiledRecord } from "../../../live/records.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { downloadFile } from "../../../ui/actions/download-file.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

/** Records as a file for the lead's phone: needs no server and no network. They stay here until the server has them. */
export const ExportForLead = ({ records }: { readonly records: readonly FiledRecord[] }) => {
  const t = useT();
  const { author } = useLiveContext();
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState<string>();
  const count = records.length;
  const save = () => {
    const entries = records.map(({ database, document, sending }) => ({
      database,
      ...(sending.state === "needsAttention" && { reason: sending.reason }),
      document,
    }));
    const name = recordFileName(author().at);
    downloadFile(name, JSON.stringify(recordFileOf(entries, author())));
    setAsking(false);
    setSaved(name);
  };
  return (
    <>
      <Button icon="unsent" wide onPress={() => setAsking(true)}>
        {t("shift.handOver.open", { count })}
      </Button>
      {saved && (
        <Notice kind="success" title={t("shift.handOver.saved", { name: saved })}>
          {t("shift.handOver.savedText")}
        </Notice>
      )}
      <ConfirmDialog
        open={asking}
        title={t("shift.handOver.title", { count })}
        confirmLabel={t("shift.handOver.confirm")}
        onConfirm={save}
        onCancel={() => setAsking(false)}
      >
        <Stack space="tight">
          <p>{t("shift.handOver.warning")}</p>
          <p>{t("shift.handOver.text")}</p>
        </Stack>
      </ConfirmDialog>
    </>
  );
};
