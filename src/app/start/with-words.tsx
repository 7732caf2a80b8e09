import type { ReactNode } from "react";
import type { WordPart } from "../../i18n/load-words.ts";
import { useWordsLoaded } from "../../i18n/use-words-loaded.ts";
import { Loading } from "../../ui/feedback/loading.tsx";

type Props = {
  readonly part: WordPart;
  /** What stands there until then. */
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
};

/** Shows what stands behind words of its own once they are fetched. */
export const WithWords = ({ part, meanwhile = <Loading />, children }: Props) =>
  useWordsLoaded(part) ? children : meanwhile;
