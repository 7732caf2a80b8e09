import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { Problem } from "../domain/model/check-document.ts";
import type { Document } from "../domain/model/document.ts";
import { isRequired, type Kind } from "../domain/model/kind.ts";
import { useErrorText } from "../i18n/use-error-text.ts";
import { useT } from "../i18n/use-t.ts";
import { Button } from "../ui/actions/button.tsx";
import { Loading } from "../ui/feedback/loading.tsx";
import { ErrorSummary } from "../ui/fields/error-summary.tsx";
import { goToField } from "../ui/fields/go-to-field.ts";
import { Page, type PageProps } from "../ui/page/page.tsx";
import { Section } from "../ui/page/section.tsx";
import { Stack } from "../ui/page/stack.tsx";
import { FieldInput } from "./field-input.tsx";
import { type Typed, type TypedError, type TypedValues, typedFrom, valueFrom } from "./typed-values.ts";
import { useDraft } from "./use-draft.ts";

type FieldError = TypedError | { readonly type: Problem["type"] };

export type DocumentFormProps = {
  readonly kind: Kind;
  readonly document: Document;
  /** The fields that are asked, in sections. */
  readonly sections: readonly { readonly title: string; readonly fields: readonly string[] }[];
  readonly label: (field: string) => string;
  readonly hint?: (field: string) => string | undefined;
  readonly today: string;
  /** The field one came here to change: it has the focus as the form opens. */
  readonly startAt?: string | undefined;
  /** Saves the changed fields; answers what is wrong with them, if anything is. */
  readonly onSave: (changed: Readonly<Record<string, unknown>>) => Promise<readonly Problem[]>;
  readonly onDone: () => void;
  /** The page that the form is. */
  readonly page: Pick<PageProps, "title" | "windowTitle" | "back" | "about">;
  /** Stands above what is asked. */
  readonly notice?: ReactNode;
};

/** A page whose form is made from a kind's own fields. What is typed is kept as a draft until it is saved. */
export const DocumentForm = (props: DocumentFormProps) => {
  const { kind, document, sections, today, startAt } = props;
  const t = useT();
  const errorText = useErrorText();
  const fields = sections.flatMap((section) => section.fields);
  const someRequired = fields.some((field) => isRequired(kind, field));
  const draft = useDraft<TypedValues>(`edit:${document._id}`, "edit", () =>
    Object.fromEntries(fields.flatMap((field) => schemaEntries(kind, field, document))),
  );
  const [errors, setErrors] = useState<Readonly<Record<string, FieldError>>>({});
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const isOpen = draft.state !== "opening";
  useEffect(() => {
    if (isOpen && startAt) goToField(startAt);
  }, [isOpen, startAt]);
  if (!isOpen)
    return (
      <Page {...props.page}>
        <Loading label={t("app.opening")} mayHang />
      </Page>
    );

  const type = (field: string, typed: Typed) => draft.set((values) => ({ ...values, [field]: typed }));
  const fail = (wrong: Readonly<Record<string, FieldError>>) => {
    setErrors(wrong);
    setAttempt((before) => before + 1);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = readAll(kind, fields, draft.values, document, today);
    if (!read.ok) return fail(read.wrong);
    setBusy(true);
    const problems = await props.onSave(read.changed);
    setBusy(false);
    if (problems.length > 0)
      return fail(Object.fromEntries(problems.map(({ field, type }) => [field.split(".")[0], { type }])));
    await draft.discard();
    props.onDone();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Page
        {...props.page}
        action={
          <Button submits look="primary" wide busy={busy} icon="check">
            {t("shell.save")}
          </Button>
        }
      >
        <Stack space="section">
          {props.notice}
          <ErrorSummary
            attempt={attempt}
            errors={Object.entries(errors).map(([field, error]) => ({
              fieldId: field,
              text: `${props.label(field)}: ${errorText(error)}`,
            }))}
          />
          {sections.map((section) => (
            <Section key={section.title} title={section.title}>
              <Stack>
                {section.fields.map((field) => (
                  <FieldInput
                    key={field}
                    id={field}
                    label={props.label(field)}
                    hint={props.hint?.(field)}
                    error={errors[field] && errorText(errors[field])}
                    optional={someRequired && !isRequired(kind, field)}
                    schema={schemaOf(kind, field)}
                    typed={draft.values[field]}
                    onTyped={(typed) => type(field, typed)}
                    onLatin={fields.includes(`${field}Lat`) ? (name) => type(`${field}Lat`, name) : undefined}
                  />
                ))}
              </Stack>
            </Section>
          ))}
        </Stack>
      </Page>
    </form>
  );
};

const schemaOf = (kind: Kind, field: string) => {
  const schema = kind.fields[field];
  if (!schema) throw new Error(`${kind.name} has no field ${field}`);
  return schema;
};

const schemaEntries = (kind: Kind, field: string, document: Document) => [
  [field, typedFrom(schemaOf(kind, field), document[field])] as const,
];

const readAll = (kind: Kind, fields: readonly string[], values: TypedValues, document: Document, today: string) => {
  const wrong: Record<string, FieldError> = {};
  const changed: Record<string, unknown> = {};
  for (const field of fields) {
    const read = valueFrom(schemaOf(kind, field), values[field], document[field], today);
    if (!read.ok) wrong[field] = read.error;
    else if (read.value !== document[field]) changed[field] = read.value;
  }
  return Object.keys(wrong).length > 0 ? ({ ok: false, wrong } as const) : ({ ok: true, changed } as const);
};
