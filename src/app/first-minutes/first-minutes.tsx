import { type ReactNode, Suspense } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { WithWords } from "../start/with-words.tsx";

/** Shows a page of the first minutes once it is fetched with its words. */
export const FirstMinutes = ({ children }: { readonly children: ReactNode }) => {
  const t = useT();
  const opening = <Loading label={t("app.opening")} />;
  return (
    <WithWords part="first" meanwhile={opening}>
      <Suspense fallback={opening}>{children}</Suspense>
    </WithWords>
  );
};
