import { useT } from "../../i18n/use-t.ts";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Page } from "../../ui/page/page.tsx";

/** An address that no screen has, or that is not for this role. */
export const NotFound = ({ home }: { readonly home: string }) => {
  const t = useT();
  return (
    <Page title={t("shell.notFound.title")} back={home}>
      <Empty title={t("shell.notFound.text")} icon="search" />
    </Page>
  );
};
