import { Icon } from "../display/icon.tsx";
import { errorId, type FieldProps, hintId } from "./field-props.ts";

/** Hint and error under a label. */
export const FieldNotes = ({ id, hint, error }: FieldProps) => (
  <>
    {hint && (
      <p className="p-field__hint" id={hintId(id)}>
        {hint}
      </p>
    )}
    {error && (
      <p className="p-field__error" id={errorId(id)}>
        <Icon name="alarm" />
        <span>{error}</span>
      </p>
    )}
  </>
);
