import { useT } from "../../../i18n/use-t.ts";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";

/** A link to a group whose record this phone does not hold. */
export const GroupMissing = ({ back }: { readonly back: string }) => {
  const t = useT();
  return (
    <Page title={t("intake.groupMissing")} back={back}>
      <Empty title={t("intake.groupMissingText")} />
    </Page>
  );
};
