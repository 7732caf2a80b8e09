import { useState } from "react";
import { editPerson } from "../../../domain/intake/edit-person.ts";
import { needsChanges } from "../../../domain/intake/follow-needs.ts";
import type { Problem } from "../../../domain/model/check-document.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { person as kind, type Person } from "../../../domain/model/kinds/person.ts";
import { DocumentForm } from "../../../forms/document-form.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { isMadeByNewerApp } from "../../../live/attention/unsent-view.ts";
import { personWithGroup } from "../../../live/intake/people-of.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { entryHere } from "../../../ui/page/history-entry.ts";
import { MissingPage } from "../../../ui/page/missing-page.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { personHref } from "../addresses.ts";
import { followGroup } from "../follow-group.ts";
import { useCorrection } from "../use-correction.ts";
import { aboutFields, nameFields, needFields, type PersonField, personFields, wayFields } from "./person-fields.ts";

/** Changes what is known of a person. Only what was changed here is written, so two people may edit at once. */
export const EditPersonPage = ({ site, personId }: { readonly site: string; readonly personId: Id<"person"> }) => {
  const t = useT();
  const today = useToday();
  const words = usePersonLabels();
  const { finish } = useNavigation();
  const [opened] = useState(openedFor);
  const known = useLive(personWithGroup, site, personId);
  const { attempt } = useCorrection<never>(siteDatabase(site));
  const inRoster = personHref(personId, "roster");
  const back = opened.from === inRoster ? inRoster : personHref(personId);
  if (!known)
    return (
      <MissingPage
        title={t("intake.personMissing")}
        text={t("intake.personMissingText")}
        icon="search"
        back="/arrivals"
      />
    );

  const { person, members } = known;
  if (isMadeByNewerApp(person))
    return (
      <Page title={words.name(person)} windowTitle={t("intake.edit")} back={back}>
        <Notice kind="info" title={t("attention.newer.one")}>
          {t("attention.newer.text")}
        </Notice>
      </Page>
    );

  const save = async (changed: Readonly<Record<string, unknown>>): Promise<readonly Problem[]> => {
    if (Object.keys(changed).length === 0) return [];
    const edited = { ...person, ...changed } as Person;
    const after = members.map((one) => (one._id === personId ? edited : one));
    const needs = needsChanges([members], [after], today).find(({ id }) => id === personId);
    const basis = { isInformed: known.group?.noticeGiven !== undefined, today, needs };
    const edit = { id: personId, command: (current: Person) => editPerson(current, changed, basis) };
    const said = t("correction.person.said", { name: words.name(edited) });
    const saved = await attempt([edit, ...followGroup([members], [after], today, personId)], said);
    if (saved.ok) return [];
    // Anything else than a problem of a field is shown in place of the form, which stays as it is until then.
    return saved.error.type === "NotValid" ? saved.error.problems : [{ field: "", type: "NotValid" }];
  };
  return (
    <DocumentForm
      page={{ title: words.name(person), about: words.name(person), windowTitle: t("intake.edit"), back }}
      kind={kind}
      document={person}
      today={today}
      label={(field) => t(`record.fields.${field as PersonField}`)}
      hint={(field) => (field === "birth" ? t("intake.ageHint") : undefined)}
      sections={[
        { title: t("record.sections.names"), fields: nameFields },
        { title: t("record.sections.about"), fields: aboutFields },
        { title: t("record.sections.way"), fields: wayFields },
        { title: t("intake.needs"), fields: needFields },
      ]}
      startAt={opened.field}
      onSave={save}
      onDone={() => finish(back)}
    />
  );
};

/** The page that led here, and the field that was to be changed. */
const openedFor = () => ({
  from: entryHere().from,
  field: personFields.find((field) => `#${field}` === location.hash),
});
