/** What every field takes. `id` is also where the error summary leads. */
export type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
};

/** The ids of hint and error, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: FieldProps): string | undefined =>
  [hint && hintId(id), error && errorId(id)].filter(Boolean).join(" ") || undefined;

export const hintId = (id: string): string => `${id}-hint`;

export const errorId = (id: string): string => `${id}-error`;
