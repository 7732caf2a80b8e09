import "./field.css";
import type { ReactNode } from "react";
import { FieldLabel } from "./field-label.tsx";
import { FieldNotes } from "./field-notes.tsx";
import { describedBy, type FieldProps } from "./field-props.ts";

/** Several inputs that answer one question. */
export const FieldGroup = ({ children, ...field }: FieldProps & { readonly children: ReactNode }) => (
  <fieldset className="p-field" data-error={field.error ? "" : undefined} aria-describedby={describedBy(field)}>
    <legend className="p-field__label">
      <FieldLabel label={field.label} optional={field.optional} />
    </legend>
    <FieldNotes {...field} />
    {children}
  </fieldset>
);
