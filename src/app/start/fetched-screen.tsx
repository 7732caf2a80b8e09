import { type ReactNode, Suspense } from "react";
import type { WordPart } from "../../i18n/load-words.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { WithWords } from "./with-words.tsx";

/** Shows a screen once its code and the words of its part are fetched. */
export const FetchedScreen = ({ words, children }: { readonly words: WordPart; readonly children: ReactNode }) => {
  const t = useT();
  const opening = <Loading label={t("app.opening")} />;
  return (
    <WithWords part={words} meanwhile={opening}>
      <Suspense fallback={opening}>{children}</Suspense>
    </WithWords>
  );
};
