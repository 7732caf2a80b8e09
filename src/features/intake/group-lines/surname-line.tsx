import { useState } from "react";
import { correctSurname, namedAsGroup } from "../../../domain/intake/correct-surname.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { NameField } from "../../../forms/name-field.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import type { LineProps } from "./line-props.ts";
import { LineSheet } from "./line-sheet.tsx";
import { useChangeLine } from "./use-change-line.ts";

/** The surname of the group, and of those in it who were written down by it. */
export const SurnameLine = ({ group, people, title, onClose }: LineProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { and } = useFormats();
  const [typed, setTyped] = useState(group.label ?? "");
  const [withPeople, setWithPeople] = useState(true);
  const { change, error } = useChangeLine(group, title, onClose);
  const same = namedAsGroup(people, group.label);
  const save = () => {
    const corrected = withPeople ? same : [];
    return change(
      { line: "label", typed },
      corrected.map(({ _id }) => ({ id: _id, command: (person: Person) => correctSurname(person, typed) })),
    );
  };
  return (
    <LineSheet startAt="line-label" onSave={save} onClose={onClose}>
      <NameField id="line-label" label={title} error={error} value={typed} onChange={setTyped} />
      {same.length > 0 && typed.trim() !== "" && (
        <CheckChips
          id="line-label-people"
          label={t("correction.surname.also")}
          columns={1}
          options={[{ value: "all", label: and(same.map((person) => person.givenName ?? words.who(person))) }]}
          values={withPeople ? ["all"] : []}
          onChange={(values) => setWithPeople(values.length > 0)}
        />
      )}
    </LineSheet>
  );
};
