import { siteDatabase } from "../../domain/databases.ts";
import { openConflicts } from "../../domain/merge.ts";
import { person as kind, type Person } from "../../domain/person.ts";
import { ok } from "../../domain/result.ts";
import { settle } from "../../domain/write.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useChange } from "../../live/use-change.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { useValueWords } from "./person-facts.tsx";
import { type PersonField, personFields } from "./person-fields.ts";

/** Where two people wrote different things without having seen each other's: who, what, when. One tap keeps one. */
export const Rivals = ({ site, person }: { readonly site: string; readonly person: Person }) => {
  const t = useT();
  const words = useValueWords();
  const { dayAndTime } = useFormats();
  const change = useChange(siteDatabase(site), "person");
  const conflicts = openConflicts(kind.rule, person).filter(({ field }) => isShown(field));
  return conflicts.map(({ field, values }) => (
    <Notice
      key={field}
      kind="warning"
      title={t("intake.rivals.title", { field: t(`intake.fields.${field as PersonField}`) })}
    >
      <Stack>
        <p>{t("intake.rivals.text")}</p>
        {values.map(([stamp, value]) => {
          const [by = "", at] = person.stamps.edits[stamp] ?? [];
          const said = words(field as PersonField, value);
          return (
            <Button
              key={stamp}
              wide
              onPress={() => void change(person._id, (current) => ok(settle(current, field, value)))}
            >
              {t("intake.rivals.keep", { value: said, by, at: at ? dayAndTime(at) : "" })}
            </Button>
          );
        })}
      </Stack>
    </Notice>
  ));
};

const isShown = (field: string): boolean => (personFields as readonly string[]).includes(field);
