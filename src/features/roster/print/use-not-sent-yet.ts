import { useWorkInWords } from "../../../forms/use-work-in-words.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useSession } from "../../../session/use-session.ts";

/** On paper it is said that other phones may know more; nothing where all is sent. */
export const useNotSentYet = (): readonly string[] => {
  const t = useT();
  const inWords = useWorkInWords();
  const { unsent, work } = useSession(({ sync }) => sync);
  return unsent > 0 ? [t("roster.print.heard", { work: inWords(work) })] : [];
};
