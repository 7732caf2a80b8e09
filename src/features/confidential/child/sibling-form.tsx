import { useState } from "react";
import { addSibling, emptySibling, type TypedSibling } from "../../../domain/child-form/siblings.ts";
import { codes } from "../../../domain/model/codes.ts";
import type { Child } from "../../../domain/model/kinds/child.ts";
import { useDraft } from "../../../forms/use-draft.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useChange } from "../../../live/use-change.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { draftForm, draftId } from "./use-unsaved-blocks.ts";

type SiblingFormProps = {
  readonly database: string;
  readonly form: Child;
  readonly onType: (isTyped: boolean) => void;
  readonly onSaved: () => void;
};

/** One more brother or sister. */
export const SiblingForm = ({ database, form, onType, onSaved }: SiblingFormProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const change = useChange(database, "child");
  const [wrong, setWrong] = useState<{ readonly type: "Missing" | "NotSaved" }>();
  const draft = useDraft<TypedSibling>(draftId(form.personId, "siblings"), draftForm, () => emptySibling);
  if (draft.state === "opening") return null;
  const { name, age, place, together } = draft.values;
  const type = (part: Partial<TypedSibling>) => {
    draft.set((before) => ({ ...before, ...part }));
    onType(true);
  };
  const add = async () => {
    const saved = await change(form._id, (current) => addSibling(current, draft.values)).catch(() => undefined);
    setWrong(saved?.ok ? undefined : { type: saved?.error.type === "Missing" ? "Missing" : "NotSaved" });
    if (!saved?.ok) return;
    await draft.discard();
    onType(false);
    onSaved();
  };
  return (
    <Stack>
      {wrong?.type === "NotSaved" && <Refusal error={wrong} />}
      <TextField
        id="sibling-name"
        label={t("child.sibling.name")}
        entry="name"
        error={wrong?.type === "Missing" ? errorText(wrong) : undefined}
        maxLength={80}
        value={name}
        onChange={(value) => type({ name: value })}
      />
      <TextField
        id="sibling-age"
        label={t("child.sibling.age")}
        width="short"
        maxLength={20}
        value={age}
        onChange={(value) => type({ age: value })}
      />
      <TextField
        id="sibling-place"
        label={t("child.sibling.place")}
        maxLength={80}
        value={place}
        onChange={(value) => type({ place: value })}
      />
      <ChoiceChips
        id="sibling-together"
        label={t("child.sibling.together")}
        options={codes.answer.map((value) => ({ value, label: label("answer", value) }))}
        value={together}
        onChange={(value) => type({ together: value })}
      />
      <Button look="primary" wide icon="plus" onPress={() => void add()}>
        {t("child.sibling.add")}
      </Button>
    </Stack>
  );
};
