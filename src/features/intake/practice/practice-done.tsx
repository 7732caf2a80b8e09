import type { ReactNode } from "react";
import { isChildBand } from "../../../domain/dates/age.ts";
import { headcountOf, type IntakeForm, type IntakePerson } from "../../../domain/intake/intake-form.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

type Props = {
  readonly form: IntakeForm;
  readonly back: string;
  /** Says that nobody is registered. */
  readonly notice: ReactNode;
  readonly onAgain: () => void;
};

/** What a saved group would look like. Nothing here leads to a record, for there is none. */
export const PracticeDone = ({ form, back, notice, onAgain }: Props) => {
  const t = useT();
  const words = usePersonLabels();
  const children = form.people.filter(({ band }) => isChildBand(band)).length;
  return (
    <Page
      title={t("first.practice.doneTitle")}
      lede={t("first.practice.doneText")}
      back={back}
      action={
        <LinkButton href={back} look="primary" wide icon="forward">
          {t("first.practice.end")}
        </LinkButton>
      }
    >
      <Stack space="section">
        {notice}
        <Section title={form.surname || t("intake.noSurname")}>
          <p>{words.howMany(headcountOf(form), children)}</p>
          <List label={t("intake.people")}>
            {form.people.map((person) => (
              <ListRow
                key={person.id}
                icon="person"
                title={nameOf(person, form) || t("person.unnamed")}
                detail={[words.whoTravels({ sex: person.sex, child: isChildBand(person.band) }), person.age]
                  .filter(Boolean)
                  .join(", ")}
              />
            ))}
          </List>
        </Section>
        <Button wide icon="undo" onPress={onAgain}>
          {t("first.practice.again")}
        </Button>
      </Stack>
    </Page>
  );
};

const nameOf = ({ familyName, givenName }: IntakePerson, { surname }: IntakeForm): string =>
  [familyName || surname, givenName].filter(Boolean).join(" ");
