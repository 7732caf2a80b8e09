import { type ImportVerdict, isImportable } from "../../../domain/exchange/check-import.ts";
import type { FileEntry } from "../../../domain/exchange/record-file.ts";
import type { Document } from "../../../domain/model/document.ts";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { titleOf } from "../../../live/attention/record-title.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { Badge } from "../../../ui/display/badge.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { useKindLabel } from "../records/use-kind-label.ts";

export type CheckedEntry = { readonly entry: FileEntry; readonly verdict: ImportVerdict };

/** What is in the file, who wrote it, and what becomes of it. */
export const ImportList = ({ judged }: { readonly judged: readonly CheckedEntry[] }) => {
  const t = useT();
  return (
    <List label={t("lead.readIn.inFile")}>
      {judged.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file does not change, and may hold what has no id
        <JudgedRow key={place} {...one} />
      ))}
    </List>
  );
};

const JudgedRow = ({ entry: { database, document }, verdict }: CheckedEntry) => {
  const t = useT();
  const kindWord = useKindLabel();
  const errorText = useErrorText();
  const { dayAndTime } = useFormats();
  const { records } = useLiveContext();
  const fields = useFieldLabels(database);
  if (verdict.type === "unreadable")
    return <ListRow icon="warning" title={t("attention.unknownKind")} detail={t("shift.verdict.unreadable")} />;
  const known = document as Document;
  const wrong =
    verdict.type === "invalid"
      ? [verdict.problem.field && fields.label(verdict.problem.field), errorText(verdict.problem)]
      : [];
  return (
    <ListRow
      icon={isImportable(verdict) ? "saved" : verdict.type === "here" ? "check" : "warning"}
      title={titleOf(records, database, known) ?? kindWord(known.kind)}
      detail={[
        kindWord(known.kind),
        t("lead.readIn.writtenBy", { by: authorsOf(known), at: dayAndTime(known.createdAt) }),
        ...wrong,
      ]
        .filter(Boolean)
        .join(" · ")}
      badges={
        <Badge icon={isImportable(verdict) ? "plus" : "info"} tone={isImportable(verdict) ? "good" : "plain"}>
          {t(`shift.verdict.${verdict.type}`)}
        </Badge>
      }
    />
  );
};

/** Everybody who wrote in it. */
const authorsOf = ({ createdBy, stamps }: Document): string =>
  [...new Set([createdBy, ...Object.values(stamps.edits).map(([by]) => by)])].join(", ");
