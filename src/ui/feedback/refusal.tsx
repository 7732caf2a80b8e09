import { type NamedError, useErrorText } from "../../i18n/use-error-text.ts";
import { Notice } from "./notice.tsx";

/** Why something was not done, announced at once; nothing where nothing was refused. */
export const Refusal = ({ error }: { readonly error: NamedError | undefined }) => {
  const errorText = useErrorText();
  return (
    error && (
      <div role="alert">
        <Notice kind="danger">{errorText(error)}</Notice>
      </div>
    )
  );
};
