import { useT } from "../../i18n/use-t.ts";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Page } from "../../ui/page/page.tsx";

/** A link to a trip that this phone does not hold. */
export const UnknownTrip = () => {
  const t = useT();
  return (
    <Page title={t("transport.title")} back="/transport">
      <Empty icon="bus" title={t("transport.unknown")}>
        {t("transport.unknownText")}
      </Empty>
    </Page>
  );
};
