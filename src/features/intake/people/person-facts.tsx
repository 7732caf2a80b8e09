import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { Facts } from "../../../ui/display/facts.tsx";
import { personFields } from "./person-fields.ts";

/** What is known of a person, field by field; nothing is shown for what nobody asked. */
export const PersonFacts = ({ person }: { readonly person: Person }) => {
  const words = useFieldLabels(siteDatabase(person.site));
  const known = personFields.filter((field) => person[field] !== undefined);
  return (
    <Facts
      facts={known.map((field) => ({ label: words.label(field), value: words.value("person", field, person[field]) }))}
    />
  );
};
