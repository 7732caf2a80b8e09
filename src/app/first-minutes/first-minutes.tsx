import { type ReactNode, Suspense } from "react";
import type { WordPart } from "../../i18n/load-words.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { WithWords } from "../start/with-words.tsx";

/** Shows a page of the first minutes once it is fetched with its words. */
export const FirstMinutes = ({ words, children }: { readonly words: WordPart; readonly children: ReactNode }) => {
  const t = useT();
  const opening = <Loading label={t("app.opening")} />;
  return (
    <WithWords part={words} meanwhile={opening}>
      <Suspense fallback={opening}>{children}</Suspense>
    </WithWords>
  );
};
