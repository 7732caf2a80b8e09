import "./person-card.css";
import { useState } from "react";
import type { IntakeForm, IntakePerson } from "../../../domain/intake/intake-form.ts";
import { askedNeeds } from "../../../domain/interview/asked-needs.ts";
import { isChildOnForm } from "../../../domain/interview/is-child-on-form.ts";
import { type CodeOf, codes } from "../../../domain/model/codes.ts";
import { isWalledNeed } from "../../../domain/walls/walled-needs.ts";
import { NameField } from "../../../forms/name-field.tsx";
import { AgeNote, TypedNote } from "../../../forms/notes/typed-note.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { Card } from "../../../ui/page/card.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { personHref } from "../addresses.ts";
import { ChildAloneNotice } from "./child-alone-notice.tsx";

type Props = {
  readonly person: IntakePerson;
  /** Among the people of the group, from 1. */
  readonly number: number;
  /** Where the group is registered; nowhere where somebody only practises. */
  readonly site: string | undefined;
  readonly form: IntakeForm;
  readonly error: (field: string) => string | undefined;
  /** Changes the form that the card is in. */
  readonly set: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly onChange: (change: Partial<IntakePerson>) => void;
  readonly onRemove: () => void;
};

/** One person of the group: a name and an age are enough. */
export const PersonCard = ({ person, number, site, form, error, set, onChange, onRemove }: Props) => {
  const t = useT();
  const label = useCodeLabel();
  const words = usePersonLabels();
  const { groupId, surname, phone } = form;
  const isChild = isChildOnForm(person, useToday());
  const [more, setMore] = useState(person.needFlags.length > 0 || person.familyName !== "");
  const field = (name: string) => `people.${person.id}.${name}`;
  const [walled, open] = [askedNeeds.filter(isWalledNeed), askedNeeds.filter((flag) => !isWalledNeed(flag))];
  const chips = (flags: readonly CodeOf<"needFlag">[]) => ({
    options: flags.map((flag) => ({ value: flag, label: label("needFlag", flag) })),
    values: person.needFlags.filter((flag) => flags.includes(flag)),
    onChange: (chosen: readonly CodeOf<"needFlag">[]) =>
      onChange({ needFlags: [...person.needFlags.filter((flag) => !flags.includes(flag)), ...chosen] }),
  });
  return (
    <Card labelledBy={field("who")}>
      <Stack>
        <h3 className="i-person" id={field("who")}>
          {number}. <span>{words.whoTravels({ sex: person.sex, ageBand: person.band, child: isChild })}</span>
        </h3>
        <div className="i-name-and-age">
          <NameField
            id={field("givenName")}
            label={t("intake.givenName")}
            error={error(field("givenName"))}
            people={{ set, personId: person.id }}
            value={person.givenName}
            onChange={(givenName) => onChange({ givenName })}
          />
          <TextField
            id={field("age")}
            label={t("intake.ageShort")}
            error={error(field("age"))}
            value={person.age}
            onChange={(age) => onChange({ age })}
          />
          <AgeNote id={field("age")} text={person.age} />
        </div>
        {site && (
          <TypedNote
            of="person"
            site={site}
            group={{ id: groupId, surname, phone }}
            hrefOf={personHref}
            {...{ person, onChange }}
          />
        )}
        {isChild && <ChildCare person={person} onChange={onChange} />}
        {more ? (
          <>
            <NameField
              id={field("familyName")}
              label={t("intake.ownSurname")}
              hint={surname && t("intake.ownSurnameHint", { surname })}
              error={error(field("familyName"))}
              value={person.familyName}
              onChange={(familyName) => onChange({ familyName })}
            />
            <CheckChips id={field("needFlags")} label={t("intake.needs")} {...chips(open)} />
            <CheckChips
              id={field("confidential")}
              label={t("intake.confidential")}
              hint={t("intake.confidentialHint")}
              {...chips(walled)}
            />
            <Button look="quiet" icon="trash" onPress={onRemove}>
              {t("intake.removePerson")}
            </Button>
          </>
        ) : (
          <Button look="quiet" icon="down" onPress={() => setMore(true)}>
            {t("intake.morePerson")}
          </Button>
        )}
      </Stack>
    </Card>
  );
};

const ChildCare = ({ person, onChange }: Pick<Props, "person" | "onChange">) => {
  const t = useT();
  const label = useCodeLabel();
  return (
    <>
      <ChoiceChips
        id={`people.${person.id}.childCare`}
        label={t("intake.childCare")}
        options={codes.childCare.map((care) => ({ value: care, label: label("childCare", care) }))}
        value={person.childCare}
        onChange={(childCare) => onChange({ childCare })}
      />
      {person.childCare === "nobody" && <ChildAloneNotice />}
    </>
  );
};
