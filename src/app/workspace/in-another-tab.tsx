import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";

/** This tab has handed over to a newer one. */
export const InAnotherTab = ({ onHere }: { readonly onHere: () => void }) => {
  const t = useT();
  return (
    <main className="p-page" id="main">
      <Notice title={t("app.otherTab.title")} action={<Button onPress={onHere}>{t("app.otherTab.here")}</Button>}>
        {t("app.otherTab.text")}
      </Notice>
    </main>
  );
};
