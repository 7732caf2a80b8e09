import { type FormEvent, useState } from "react";
import type { HandoverPart, TypedHandover } from "../../../domain/child-form/hand-over.ts";
import { useDraft } from "../../../forms/use-draft.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { HandoverInput } from "./handover-input.tsx";
import type { HandingOverError } from "./use-handing-over.ts";
import { draftForm, draftId } from "./use-unsaved-blocks.ts";

type HandoverFormProps = {
  readonly personId: string;
  /** The handover of which parts are missing; nothing for a new one. */
  readonly of: string | undefined;
  readonly parts: readonly HandoverPart[];
  readonly onType: (isTyped: boolean) => void;
  readonly onSaved: () => void;
  readonly onSave: (typed: TypedHandover) => Promise<HandingOverError | undefined>;
};

/** To whom a child is handed over. Nothing is refused for what is not known: it stays to be added. */
export const HandoverForm = ({ personId, of, parts, onType, onSaved, onSave }: HandoverFormProps) => {
  const t = useT();
  const errorText = useErrorText();
  const [wrong, setWrong] = useState<HandingOverError>();
  const draft = useDraft<TypedHandover>(draftId(personId, of ? `handover:${of}` : "handover"), draftForm, () => ({}));
  if (draft.state === "opening") return null;
  const prefix = of ? "missing" : "handover";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const error = await onSave(draft.values);
    setWrong(error);
    if (error) return;
    await draft.discard();
    onType(false);
    onSaved();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {wrong?.type === "NotSaved" && <Refusal error={wrong} />}
        {parts.map((part) => (
          <HandoverInput
            key={part}
            id={`${prefix}-${part}`}
            part={part}
            error={wrong?.field === part ? errorText(wrong) : undefined}
            value={draft.values[part] ?? ""}
            onChange={(value) => {
              draft.set((before) => ({ ...before, [part]: value }));
              onType(true);
            }}
          />
        ))}
        <Button submits look={of ? "plain" : "primary"} wide icon="check">
          {of ? t("child.handover.add") : t("child.handover.note")}
        </Button>
      </Stack>
    </form>
  );
};
