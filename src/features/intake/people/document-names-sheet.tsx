import { useState } from "react";
import { type DocumentNames, type VerifyError, verifyNames } from "../../../domain/intake/verify-names.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { LineSheet } from "../group-lines/line-sheet.tsx";
import { useCorrection } from "../use-correction.ts";

type DocumentNamesSheetProps = {
  readonly person: Person;
  /** The group was told what is written down of it. */
  readonly isInformed: boolean;
  readonly onClose: () => void;
};

/** The names as they stand in a document, in Latin letters. The document itself is not kept. */
export const DocumentNamesSheet = ({ person, isInformed, onClose }: DocumentNamesSheetProps) => {
  const t = useT();
  const today = useToday();
  const name = usePersonLabels().name(person);
  const { correct, refusal } = useCorrection<VerifyError>(siteDatabase(person.site));
  const [typed, setTyped] = useState<DocumentNames>({
    familyNameLat: person.familyNameLat ?? "",
    givenNameLat: person.givenNameLat ?? "",
  });
  const wrong = refusal?.type === "NotAsInDocument" ? refusal.field : undefined;
  const save = async () => {
    const command = (current: Person) => verifyNames(current, typed, { isInformed, today });
    if (await correct([{ id: person._id, command }], t("correction.person.verified", { name }))) onClose();
  };
  return (
    <LineSheet
      title={t("correction.person.document")}
      startAt="document-familyNameLat"
      save={t("correction.person.asInDocument")}
      onSave={save}
      onClose={onClose}
    >
      {refusal && !wrong && <Notice kind="danger">{t("correction.members.notDone")}</Notice>}
      {(["familyNameLat", "givenNameLat"] as const).map((field) => (
        <TextField
          key={field}
          id={`document-${field}`}
          label={t(`record.fields.${field}`)}
          error={wrong === field ? t("correction.person.latinOnly") : undefined}
          entry="name"
          maxLength={80}
          value={typed[field]}
          onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
        />
      ))}
    </LineSheet>
  );
};
