import { type FormEvent, type ReactNode, useCallback } from "react";
import type { IntakeForm } from "../../../domain/intake/intake-form.ts";
import type { IntakeProblem } from "../../../domain/intake/register-group.ts";
import type { OpenDraft } from "../../../forms/use-draft.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { IntakeFields } from "./intake-fields.tsx";

type Props = {
  readonly title: string;
  /** Where the group is registered; nowhere where somebody only practises. */
  readonly site?: string;
  readonly back: string;
  readonly save: string;
  readonly busy?: boolean;
  readonly form: IntakeForm;
  readonly set: OpenDraft<IntakeForm>["set"];
  /** What is wrong, by field, and how often saving was tried. */
  readonly problems: readonly IntakeProblem[];
  readonly attempt: number;
  readonly onSave: () => void;
  /** A line over the button: what must not be missed as one reads on. */
  readonly about?: string;
  /** Stands above what is asked. */
  readonly notice: ReactNode;
};

/** The form of a group, saved by its one button, with what is wrong listed on top. */
export const IntakeScreen = ({ title, back, save, busy = false, form, set, ...props }: Props) => {
  const { problems, attempt, onSave, notice, about } = props;
  const errorText = useErrorText();
  const error = useCallback(
    (field: string) => {
      const problem = problems.find((one) => one.field === field);
      return problem && errorText(problem.error);
    },
    [problems, errorText],
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Page
        title={title}
        back={back}
        about={about}
        action={
          <Button submits look="primary" wide icon="check" busy={busy}>
            {save}
          </Button>
        }
      >
        <Stack space="section">
          <ErrorSummary
            attempt={attempt}
            errors={problems.map((problem) => ({ fieldId: problem.field, text: errorText(problem.error) }))}
          />
          {notice}
          <IntakeFields site={props.site} form={form} set={set} error={error} />
        </Stack>
      </Page>
    </form>
  );
};
