import { useT } from "../i18n/use-t.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** This tab has handed over to a newer one; loading it again takes the work back. */
export const InAnotherTab = () => {
  const t = useT();
  return (
    <main className="p-page" id="main">
      <Notice
        title={t("app.otherTab.title")}
        action={<Button onPress={() => location.reload()}>{t("app.otherTab.here")}</Button>}
      >
        {t("app.otherTab.text")}
      </Notice>
    </main>
  );
};
