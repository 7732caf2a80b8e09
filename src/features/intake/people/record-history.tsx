import { editsOf } from "../../../domain/merge/edits-of.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { type PersonField, personFields } from "./person-fields.ts";

/** Who registered a person and who changed what since, the latest first. */
export const RecordHistory = ({ person }: { readonly person: Person }) => {
  const t = useT();
  const words = useFieldLabels(siteDatabase(person.site));
  const { dayAndTime, and } = useFormats();
  const line = (at: string, who: string) => t("roster.history.line", { when: dayAndTime(at), who });
  return (
    <Section title={t("record.history.record")}>
      <p>{t("record.history.lastOnly")}</p>
      <List label={t("record.history.record")}>
        {editsOf(person).map(({ stamp, by, at, fields }) => {
          const asked = fields.filter((field) => field === "withdrawn" || personFields.includes(field as PersonField));
          return (
            asked.length > 0 && (
              <ListRow
                key={stamp}
                title={t("record.history.changed", { fields: and(asked.map(words.label)) })}
                detail={line(at, by)}
              />
            )
          );
        })}
        <ListRow title={t("record.history.registered")} detail={line(person.createdAt, person.createdBy)} />
      </List>
    </Section>
  );
};
