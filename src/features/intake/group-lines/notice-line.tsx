import { useState } from "react";
import { settleRecordState } from "../../../domain/intake/record-state.ts";
import { codes } from "../../../domain/model/codes.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../../../ui/fields/choice/select-field.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

/** How the group was told what is written down of them, and in which language. Records that lacked only this are complete then. */
export const NoticeLine = ({ group, people, title, onClose }: LineProps) => {
  const t = useT();
  const label = useCodeLabel();
  const today = useToday();
  const [how, setHow] = useState(group.noticeGiven?.how);
  const [language, setLanguage] = useState(group.noticeGiven?.language ?? people[0]?.languages?.[0] ?? "uk");
  const { change, error } = useChangeLine(group, title, onClose);
  const save = () => {
    const settle = (person: Person) => settleRecordState(person, how !== undefined, today);
    return change(
      { line: "notice", how, language },
      people.map(({ _id }) => ({ id: _id, command: settle })),
    );
  };
  return (
    <LineSheet startAt="line-notice" onSave={save} onClose={onClose}>
      <ChoiceChips
        id="line-notice"
        label={title}
        hint={t("intake.noticeHint")}
        error={error}
        options={codes.noticeHow.map((value) => ({ value, label: label("noticeHow", value) }))}
        value={how}
        onChange={setHow}
      />
      <SelectField
        id="line-notice-language"
        label={t("correction.noticeLanguage")}
        options={codes.language.map((value) => ({ value, label: label("language", value) }))}
        value={language}
        onChange={(chosen) => setLanguage(chosen ?? language)}
      />
    </LineSheet>
  );
};
