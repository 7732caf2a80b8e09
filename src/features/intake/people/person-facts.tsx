import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Facts } from "../../../ui/display/facts.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { editHref } from "../addresses.ts";
import { personFields } from "./person-fields.ts";

type PersonFactsProps = {
  readonly person: Person;
  /** Not of a record that nobody works with any more. */
  readonly isInUse: boolean;
};

/** What is known of a person, field by field, each changed where it stands; nothing is shown for what nobody asked. */
export const PersonFacts = ({ person, isInUse }: PersonFactsProps) => {
  const t = useT();
  const database = siteDatabase(person.site);
  const words = useFieldLabels(database);
  const { mayChange } = useRights();
  const known = personFields.filter((field) => person[field] !== undefined);
  return (
    <Section title={t("intake.known")} beside={<DeliveryMark database={database} id={person._id} />}>
      <Facts
        facts={[
          ...known.map((field) => ({
            label: words.label(field),
            value: words.value("person", field, person[field]),
            change:
              isInUse && mayChange(database, person, field)
                ? { href: editHref(person._id, field), word: t("intake.edit") }
                : undefined,
          })),
          { label: words.label("recordState"), value: words.value("person", "recordState", person.recordState) },
        ]}
      />
    </Section>
  );
};
