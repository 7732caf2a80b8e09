import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useSession } from "../../../session/use-session.ts";

/** On paper it is said that other phones may know more; nothing where all is sent. */
export const useNotSentYet = (): readonly string[] => {
  const t = useT();
  const { number } = useFormats();
  const unsent = useSession(({ sync }) => sync.unsent);
  return unsent > 0 ? [t("roster.print.heard", { number: number(unsent) })] : [];
};
