import { type FormEvent, useEffect, useState } from "react";
import { type ChildBlock, type ChildField, childBlocks } from "../../../domain/child-form/blocks.ts";
import { type Child, child as kind } from "../../../domain/model/kinds/child.ts";
import { FieldInput } from "../../../forms/field-input.tsx";
import { type TypedValues, typedFrom } from "../../../forms/typed-values.ts";
import { useDraft } from "../../../forms/use-draft.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { goToField } from "../../../ui/fields/go-to-field.ts";
import { Stack } from "../../../ui/page/stack.tsx";
import { type BlockErrors, readTyped, useSaveBlock } from "./use-save-block.ts";
import { draftForm, draftId } from "./use-unsaved-blocks.ts";

type PlainBlock = Exclude<ChildBlock, "notification" | "siblings" | "handover">;

type BlockFormProps = {
  readonly database: string;
  readonly form: Child;
  readonly block: PlainBlock;
  readonly onType: (isTyped: boolean) => void;
  readonly onSaved: () => void;
};

/**
 * The fields of a block. The draft holds only what was typed here, so that what another officer writes meanwhile is shown, and is not written over when this
 * block is saved.
 */
export const BlockForm = ({ database, form, block, onType, onSaved }: BlockFormProps) => {
  const t = useT();
  const errorText = useErrorText();
  const today = useToday();
  const save = useSaveBlock(database, form._id);
  const [errors, setErrors] = useState<BlockErrors>({});
  const draft = useDraft<TypedValues>(draftId(form.personId, block), draftForm, () => ({}));
  const [first] = Object.keys(errors);
  useEffect(() => {
    if (first) goToField(first);
  }, [first]);
  if (draft.state === "opening") return <Loading label={t("app.opening")} />;
  const fields: readonly (ChildField & keyof typeof kind.fields)[] = childBlocks[block];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = readTyped(fields, draft.values, form, today);
    const wrong = read.ok ? await save(read.value) : read.error;
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    await draft.discard();
    onType(false);
    onSaved();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {errors[""] && <Refusal error={errors[""]} />}
        {fields.map((field) => {
          const schema = kind.fields[field];
          return (
            <FieldInput
              key={field}
              id={field}
              label={t(`child.fields.${field as PlainField}`)}
              hint={field === "birth" ? t("intake.ageHint") : undefined}
              error={errors[field] && errorText(errors[field])}
              schema={schema}
              typed={field in draft.values ? draft.values[field] : typedFrom(schema, form[field])}
              onTyped={(typed) => {
                draft.set((values) => ({ ...values, [field]: typed }));
                onType(true);
              }}
            />
          );
        })}
        <Button submits look="primary" wide icon="check">
          {t("shell.save")}
        </Button>
      </Stack>
    </form>
  );
};

type PlainField = (typeof childBlocks)[PlainBlock][number];
