import { useT } from "../../../i18n/use-t.ts";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";

/** A link to somebody whose record this phone does not hold. */
export const UnknownPerson = () => {
  const t = useT();
  return (
    <Page title={t("roster.title")} back="/roster">
      <Empty icon="person" title={t("roster.person.unknown")}>
        {t("roster.person.unknownText")}
      </Empty>
    </Page>
  );
};
