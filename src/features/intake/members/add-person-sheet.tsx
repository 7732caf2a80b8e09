import { type KeyboardEvent, useState } from "react";
import { ageRangeOf, isPossiblyChild } from "../../../domain/dates/age.ts";
import { readAge } from "../../../domain/dates/read-age.ts";
import { addMember } from "../../../domain/intake/add-member.ts";
import type { IntakePerson } from "../../../domain/intake/intake-form.ts";
import type { IntakeProblem } from "../../../domain/intake/register-group.ts";
import { codes } from "../../../domain/model/codes.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { NameField } from "../../../forms/name-field.tsx";
import { AgeNote, TypedNote } from "../../../forms/notes/typed-note.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useAttribution } from "../../../live/use-change.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { useKept } from "../../../ui/page/use-kept.ts";
import { personHref } from "../addresses.ts";
import { followGroup } from "../follow-group.ts";
import { LineSheet } from "../group-lines/line-sheet.tsx";
import { useCorrection } from "../use-correction.ts";
import { groupWith, type Party } from "./group-corrections.ts";

type AddPersonSheetProps = Party & { readonly onClose: () => void };

/** One more of a group: who came later, or was not written down. A name and an age are enough. */
export const AddPersonSheet = ({ group, members, onClose }: AddPersonSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const words = usePersonLabels();
  const today = useToday();
  const doing = useAttribution();
  const { newId } = useLiveContext();
  const { correct, refusal } = useCorrection<never>(siteDatabase(group.site));
  const [problems, setProblems] = useState<readonly IntakeProblem[]>([]);
  const [empty] = useState<IntakePerson>(() => ({
    ...{ id: newId("person"), sex: "u", band: "unknown", needFlags: [] },
    ...{ familyName: "", givenName: "", age: "" },
  }));
  // Kept for who looks at a record that may be the same person, and comes back.
  const [kept, keep] = useKept<IntakePerson | undefined>("add-person", undefined);
  const typed = kept ?? empty;
  const change = (part: Partial<IntakePerson>) => keep({ ...typed, ...part });
  const close = () => {
    keep(undefined);
    onClose();
  };
  const error = (field: string) => {
    const problem = problems.find((one) => one.field.endsWith(field));
    return problem && errorText(problem.error);
  };
  const age = readAge(typed.age, today);
  const range = age.ok ? ageRangeOf(age.value, today) : undefined;

  const save = async () => {
    const made = addMember(typed, { group, members }, { site: group.site, today }, doing());
    setProblems(made.ok ? [] : made.error);
    if (!made.ok) return document.getElementById(boxOf(made.error))?.focus();
    const person = { _id: made.value.id, ...made.value.content } as unknown as Person;
    const follow = [
      ...followGroup([members], [[...members, person]], today, person._id),
      ...groupWith({ group, members }, person),
    ];
    if (await correct([{ add: made.value }, ...follow], t("correction.members.added", { name: words.name(person) })))
      close();
  };
  return (
    <LineSheet
      title={t("correction.members.add")}
      startAt="add-givenName"
      save={t("correction.members.save")}
      onSave={save}
      onClose={close}
    >
      {refusal && <Notice kind="danger">{t("correction.members.notDone")}</Notice>}
      <NameField
        id="add-givenName"
        label={t("intake.givenName")}
        error={error("givenName")}
        enterKeyHint="next"
        onKeyDown={(event) => onEnter(event, "add-age")}
        value={typed.givenName}
        onChange={(givenName) => change({ givenName })}
      />
      <TextField
        id="add-age"
        label={t("intake.ageShort")}
        error={error("age")}
        said={<AgeNote id="add-age" text={typed.age} />}
        value={typed.age}
        onChange={(years) => change({ age: years })}
      />
      <TypedNote
        of="person"
        site={group.site}
        person={typed}
        group={{ id: group._id, surname: group.label ?? "", phone: group.phone?.raw ?? "" }}
        hrefOf={personHref}
        onChange={change}
      />
      <ChoiceChips
        id="add-sex"
        label={t("record.fields.sex")}
        options={(["f", "m"] as const).map((value) => ({ value, label: label("sex", value) }))}
        columns={2}
        value={typed.sex === "f" || typed.sex === "m" ? typed.sex : undefined}
        onChange={(sex) => change({ sex })}
      />
      {range && isPossiblyChild(range) && (
        <ChoiceChips
          id="add-childCare"
          label={t("intake.childCare")}
          options={codes.childCare.map((care) => ({ value: care, label: label("childCare", care) }))}
          value={typed.childCare}
          onChange={(childCare) => change({ childCare })}
        />
      )}
      <NameField
        id="add-familyName"
        label={t("intake.ownSurname")}
        hint={group.label && t("intake.ownSurnameHint", { surname: group.label })}
        error={error("familyName")}
        value={typed.familyName}
        onChange={(familyName) => change({ familyName })}
        optional
      />
    </LineSheet>
  );
};

/** Enter leads to the next box; in the last one it saves. */
const onEnter = (event: KeyboardEvent, next: string) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.getElementById(next)?.focus();
};

const boxOf = ([problem]: readonly IntakeProblem[]): string => `add-${problem?.field.split(".").at(-1)}`;
