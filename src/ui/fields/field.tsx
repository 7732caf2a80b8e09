import "./field.css";
import type { ReactNode } from "react";
import { FieldLabel } from "./field-label.tsx";
import { FieldNotes } from "./field-notes.tsx";
import type { FieldProps } from "./field-props.ts";

/** One input with its label, hint and error. */
export const Field = ({ children, ...field }: FieldProps & { readonly children: ReactNode }) => (
  <div className="p-field" data-error={field.error ? "" : undefined}>
    <label className="p-field__label" htmlFor={field.id}>
      <FieldLabel label={field.label} optional={field.optional} />
    </label>
    <FieldNotes {...field} />
    {children}
  </div>
);
