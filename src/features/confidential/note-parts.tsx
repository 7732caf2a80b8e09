import { codes } from "../../domain/model/codes.ts";
import type { TypedNote, WriteNoteError } from "../../domain/walls/write-note.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useT } from "../../i18n/use-t.ts";
import { CheckChips } from "../../ui/fields/choice/check-chips.tsx";
import { ChoiceChips } from "../../ui/fields/choice/choice-chips.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";

type NotePartsProps = {
  readonly typed: TypedNote;
  readonly change: (part: Partial<TypedNote>) => void;
  readonly error: (field: WriteNoteError["field"]) => string | undefined;
};

/** What is asked besides words, by what the note is about. */
export const NoteParts = ({ typed, change, error }: NotePartsProps) => {
  const t = useT();
  const label = useCodeLabel();
  switch (typed.topic) {
    case "health":
      return (
        <CheckChips
          id="note-needs"
          label={t("confidential.sheet.needs")}
          columns={2}
          options={codes.healthNeed.map((value) => ({ value, label: label("healthNeed", value) }))}
          values={[...typed.needs]}
          onChange={(needs) => change({ needs })}
        />
      );
    case "contact":
      return (
        <>
          <TextField
            id="note-number"
            label={t("confidential.sheet.number")}
            error={error("number")}
            maxLength={60}
            value={typed.number}
            onChange={(number) => change({ number })}
          />
          <TextField
            id="note-whose"
            label={t("confidential.sheet.whose")}
            maxLength={80}
            value={typed.whose}
            onChange={(whose) => change({ whose })}
            optional
          />
          <ChoiceChips
            id="note-safe"
            label={t("confidential.sheet.safe")}
            options={safe.map((value) => ({ value, label: t(`confidential.safe.${value}`) }))}
            value={typed.safeToCall}
            onChange={(safeToCall) => change({ safeToCall })}
          />
        </>
      );
    case "paper":
      return (
        <>
          <TextField
            id="note-paper"
            label={t("confidential.sheet.paper")}
            error={error("paper")}
            maxLength={40}
            value={typed.paper}
            onChange={(paper) => change({ paper })}
          />
          <TextField
            id="note-paper-type"
            label={t("confidential.sheet.paperType")}
            maxLength={40}
            value={typed.paperType}
            onChange={(paperType) => change({ paperType })}
            optional
          />
        </>
      );
    default:
      return null;
  }
};

const safe = ["yes", "no", "unknown"] as const;
