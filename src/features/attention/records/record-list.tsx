import { useState } from "react";
import { readRefusal } from "../../../domain/attention/refusal.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { titleOf } from "../../../live/attention/record-title.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { FiledRecord } from "../../../live/records.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Badge } from "../../../ui/display/badge.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { recordHref } from "../addresses.ts";
import { useKindLabel } from "./use-kind-label.ts";

const step = 50;

/** Records with where they stand; each leads to its own page. */
export const RecordList = ({
  label,
  records,
}: {
  readonly label: string;
  readonly records: readonly FiledRecord[];
}) => {
  const t = useT();
  const [shown, setShown] = useState(step);
  return (
    <>
      <List label={label}>
        {records.slice(0, shown).map((filed) => (
          <RecordRow key={`${filed.database}/${filed.document._id}`} filed={filed} />
        ))}
      </List>
      {records.length > shown && (
        <Button wide onPress={() => setShown(shown + step)}>
          {t("attention.showMore", { count: records.length - shown })}
        </Button>
      )}
    </>
  );
};

const RecordRow = ({ filed: { database, document, sending } }: { readonly filed: FiledRecord }) => {
  const t = useT();
  const kindWord = useKindLabel();
  const { dayAndTime } = useFormats();
  const { records } = useLiveContext();
  const refused = sending.state === "needsAttention";
  return (
    <ListRow
      href={recordHref(database, document._id)}
      icon={refused ? "warning" : sending.state === "sent" ? "sent" : "saved"}
      title={titleOf(records, database, document) ?? kindWord(document.kind)}
      detail={`${kindWord(document.kind)} · ${dayAndTime(document.createdAt)}`}
      badges={
        <>
          {refused && (
            <Badge icon="warning" tone="warning">
              {t(`record.refused.${readRefusal(sending.reason).why}.title`)}
            </Badge>
          )}
          {document.voided !== undefined && (
            <Badge icon="undo" tone="warning">
              {t("record.broken.taken")}
            </Badge>
          )}
        </>
      }
    />
  );
};
