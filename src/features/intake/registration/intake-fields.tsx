import { memo } from "react";
import { type IntakeForm, withCount, withoutPerson, withPerson } from "../../../domain/intake/intake-form.ts";
import { NameField } from "../../../forms/name-field.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { CountGrid } from "./count-grid.tsx";
import { JourneyFields } from "./journey-fields.tsx";
import { PersonCard } from "./person-card.tsx";

type Props = {
  readonly site: string | undefined;
  readonly form: IntakeForm;
  readonly set: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly error: (field: string) => string | undefined;
};

/** What is asked about a group. Not drawn again while it is being saved: the tap is to be answered at once. */
export const IntakeFields = memo(({ site, form, set, error }: Props) => {
  const t = useT();
  const { newId } = useLiveContext();
  const change = (part: Partial<IntakeForm>) => set((values) => ({ ...values, ...part }));
  return (
    <>
      <Section title={t("intake.counts.title")}>
        <CountGrid
          counts={form.counts}
          onCount={(key, count) => set((values) => withCount(values, key, count, () => newId("person")))}
        />
      </Section>
      <NameField
        id="surname"
        label={t("intake.surname")}
        error={error("surname")}
        people={{ set }}
        value={form.surname}
        onChange={(surname) => change({ surname })}
      />
      {form.people.length > 0 && (
        <Section title={t("intake.people")}>
          <Stack>
            <p>{t("intake.peopleHint")}</p>
            {form.people.map((person, place) => (
              <PersonCard
                key={person.id}
                person={person}
                number={place + 1}
                site={site}
                form={form}
                error={error}
                set={set}
                onChange={(part) => set((values) => withPerson(values, person.id, part))}
                onRemove={() => set((values) => withoutPerson(values, person.id))}
              />
            ))}
          </Stack>
        </Section>
      )}
      <Section title={t("intake.journey")}>
        <Stack>
          <JourneyFields form={form} error={error} onChange={change} />
        </Stack>
      </Section>
    </>
  );
});
