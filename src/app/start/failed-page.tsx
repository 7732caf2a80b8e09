import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";

export const FailedPage = () => {
  const t = useT();
  return (
    <main className="p-page" id="main">
      <Notice
        kind="danger"
        title={t("app.failed.title")}
        action={<Button onPress={() => location.reload()}>{t("app.failed.reload")}</Button>}
      >
        {t("app.failed.text")}
      </Notice>
    </main>
  );
};
