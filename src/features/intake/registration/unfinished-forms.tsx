import { useState } from "react";
import { headcountOf, type IntakeForm } from "../../../domain/intake/intake-form.ts";
import { holdsReal, type PracticeIntake } from "../../../domain/intake/practice-intake.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { type UnfinishedDraft, useUnfinishedDrafts } from "../../../forms/use-unfinished-drafts.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { practiceHref, registerHref } from "../addresses.ts";

/** Registrations that were begun and not saved: a battery died, somebody called. */
export const UnfinishedForms = () => {
  const t = useT();
  const { time } = useFormats();
  const words = usePersonLabels();
  const { unfinished, discard } = useUnfinishedDrafts("intake");
  const practised = useUnfinishedDrafts("practice").unfinished.filter(({ values }) =>
    holdsReal(values as PracticeIntake),
  );
  const [leaving, setLeaving] = useState<UnfinishedDraft>();
  if (unfinished.length + practised.length === 0) return null;
  return (
    <Section title={t("intake.unfinished")}>
      <List label={t("intake.unfinished")}>
        {unfinished.map((draft) => {
          const form = draft.values as IntakeForm;
          return (
            <ListRow
              key={draft.id}
              href={registerHref(form.groupId)}
              icon="edit"
              title={form.surname || t("intake.noSurname")}
              detail={words.howMany(headcountOf(form), 0)}
              end={time(draft.savedAt)}
            />
          );
        })}
        {practised.map(({ id, savedAt }) => (
          <ListRow
            key={id}
            href={practiceHref}
            icon="warning"
            title={t("intake.unfinishedPractice")}
            end={time(savedAt)}
          />
        ))}
      </List>
      {unfinished[0] && (
        <Button look="quiet" icon="trash" onPress={() => setLeaving(unfinished[0])}>
          {t("intake.discardLast")}
        </Button>
      )}
      <ConfirmDialog
        open={leaving !== undefined}
        title={t("intake.discardTitle")}
        confirmLabel={t("intake.discard")}
        cancelLabel={t("ui.cancel")}
        danger
        onConfirm={() => {
          if (leaving) void discard(leaving.id);
          setLeaving(undefined);
        }}
        onCancel={() => setLeaving(undefined)}
      >
        {t("intake.discardText")}
      </ConfirmDialog>
    </Section>
  );
};
