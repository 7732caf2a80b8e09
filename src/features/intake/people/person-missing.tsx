import { useT } from "../../../i18n/use-t.ts";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";

/** A link to somebody whose record this phone does not hold, or no longer. */
export const PersonMissing = ({ back }: { readonly back: string }) => {
  const t = useT();
  return (
    <Page title={t("intake.personMissing")} back={back}>
      <Empty title={t("intake.personMissingText")} icon="search" />
    </Page>
  );
};
