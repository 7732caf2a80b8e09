import { useT } from "../../i18n/use-t.ts";
import { useLookAgain } from "../../live/use-look-again.ts";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Page } from "../../ui/page/page.tsx";

/** A link to a trip that this phone does not hold, or not yet. */
export const UnknownTrip = () => {
  const t = useT();
  useLookAgain();
  return (
    <Page title={t("transport.title")} back="/transport">
      <Empty icon="bus" title={t("transport.unknown")}>
        {t("transport.unknownText")}
      </Empty>
    </Page>
  );
};
