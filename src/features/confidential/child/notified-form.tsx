import { useState } from "react";
import { noteNotified } from "../../../domain/child-form/note-notified.ts";
import { codes } from "../../../domain/model/codes.ts";
import type { Child, Notification } from "../../../domain/model/kinds/child.ts";
import { useDraft } from "../../../forms/use-draft.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useAttribution, useChange } from "../../../live/use-change.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { draftForm, draftId } from "./use-unsaved-blocks.ts";

type NotifiedFormProps = {
  readonly database: string;
  readonly form: Child;
  readonly onType: (isTyped: boolean) => void;
  readonly onSaved: () => void;
};

type Typed = { readonly office?: Notification["office"]; readonly reference: string };

const nothing: Typed = { reference: "" };

/** One more authority that was told. */
export const NotifiedForm = ({ database, form, onType, onSaved }: NotifiedFormProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const doing = useAttribution();
  const change = useChange(database, "child");
  const [wrong, setWrong] = useState<{ readonly type: "Missing" | "NotSaved" }>();
  const draft = useDraft<Typed>(draftId(form.personId, "notification"), draftForm, () => nothing);
  if (draft.state === "opening") return null;
  const { office, reference } = draft.values;
  const type = (part: Partial<Typed>) => {
    draft.set((before) => ({ ...before, ...part }));
    onType(true);
  };
  const save = async () => {
    const now = doing();
    const saved = await change(form._id, (current) => noteNotified(current, { office, reference }, now)).catch(
      () => undefined,
    );
    setWrong(saved?.ok ? undefined : { type: saved?.error.type === "Missing" ? "Missing" : "NotSaved" });
    if (!saved?.ok) return;
    await draft.discard();
    onType(false);
    onSaved();
  };
  return (
    <Stack>
      {wrong?.type === "NotSaved" && <Refusal error={wrong} />}
      <ChoiceChips
        id="office"
        label={t("child.office")}
        columns={2}
        error={wrong?.type === "Missing" ? errorText(wrong) : undefined}
        options={codes.safeguardingOffice
          .filter((one) => one !== "protection_officer" && one !== "lead")
          .map((value) => ({ value, label: label("safeguardingOffice", value) }))}
        value={office}
        onChange={(value) => type({ office: value })}
      />
      <TextField
        id="reference"
        label={t("child.reference")}
        entry="code"
        maxLength={60}
        value={reference}
        onChange={(value) => type({ reference: value })}
        optional
      />
      <Button look="primary" wide icon="check" onPress={() => void save()}>
        {t("child.noteTold")}
      </Button>
    </Stack>
  );
};
