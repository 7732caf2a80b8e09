import { useState } from "react";
import { checkImport, type ImportContext, isImportable } from "../../../domain/exchange/check-import.ts";
import { type RecordFile, readRecordFile } from "../../../domain/exchange/record-file.ts";
import type { Document } from "../../../domain/model/document.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useImportRecords } from "../../../live/use-change.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { FileField } from "../../../ui/fields/file-field.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { type CheckedEntry, ImportList } from "./import-list.tsx";
import { ReviewList } from "./review-list.tsx";

type ReadInError = { readonly type: "NotARecordFile" | "MadeByNewerApp" | "NotSaved" };

/** Records that another phone could not send: looked at, saved here with their own authors, and sent from here. */
export const ImportPage = () => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const bringIn = useImportRecords();
  const reader = useReader();
  const [file, setFile] = useState<RecordFile>();
  const [judged, setJudged] = useState<readonly CheckedEntry[]>([]);
  const [refusal, setRefusal] = useState<ReadInError>();
  const [saved, setSaved] = useState<number>();
  const taken = judged.filter(({ verdict }) => isImportable(verdict));

  const open = async (chosen: File) => {
    const read = readRecordFile(await chosen.text());
    setSaved(undefined);
    setRefusal(read.ok ? undefined : read.error);
    setFile(read.ok ? read.value : undefined);
    setJudged(read.ok ? read.value.records.map((entry) => ({ entry, verdict: checkImport(entry, reader) })) : []);
  };
  const save = async () => {
    const documentsOf = (database: string) =>
      taken.flatMap(({ entry }) => (entry.database === database ? [entry.document as Document] : []));
    try {
      for (const database of new Set(taken.map(({ entry }) => entry.database)))
        await bringIn(database, documentsOf(database));
      setSaved(taken.length);
    } catch {
      setRefusal({ type: "NotSaved" });
    }
  };
  return (
    <Page
      title={t("record.readIn.title")}
      lede={t("lead.readIn.lede")}
      back="/sync"
      action={
        taken.length > 0 &&
        saved === undefined && (
          <Button look="primary" icon="check" wide onPress={() => void save()}>
            {t("lead.readIn.save", { count: taken.length })}
          </Button>
        )
      }
    >
      <Stack>
        <ReviewList reader={reader} />
        <FileField
          id="record-file"
          label={t("lead.readIn.choose")}
          accept=".json,application/json"
          onChoose={(chosen) => void open(chosen)}
        />
        <Refusal error={refusal} />
        {saved !== undefined && (
          <Notice
            kind="success"
            title={t("lead.readIn.saved", { count: saved })}
            action={<LinkButton href="/sync">{t("attention.outbox")}</LinkButton>}
          >
            {t("lead.readIn.savedText")}
          </Notice>
        )}
        {file && (
          <>
            <p>{t("lead.readIn.from", { by: file.by, at: dayAndTime(file.at) })}</p>
            <ImportList judged={judged} />
          </>
        )}
      </Stack>
    </Page>
  );
};

const useReader = (): ImportContext => {
  const { records, roles, databases, author } = useLiveContext();
  return { by: author().by, roles, databases, here: (database, id) => records.find(database, id)?.document };
};
