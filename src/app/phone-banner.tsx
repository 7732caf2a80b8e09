import { useFormats } from "../i18n/use-formats.ts";
import { useT } from "../i18n/use-t.ts";
import { useSession } from "../session/use-session.ts";
import { Notice } from "../ui/notice.tsx";

/** What is wrong with the phone itself, in plain words. Work goes on. */
export const PhoneBanner = () => {
  const t = useT();
  const { clockSkew, isFull, isSaving } = useSession((session) => session.phone);
  return (
    <>
      {isSaving && (
        <div className="app-banner">
          <Notice kind="warning" title={t("app.saving.title")}>
            {t("app.saving.text")}
          </Notice>
        </div>
      )}
      {isFull && (
        <div className="app-banner">
          <Notice kind="warning" title={t("app.full.title")}>
            {t("app.full.text")}
          </Notice>
        </div>
      )}
      {clockSkew !== 0 && <ClockWords skew={clockSkew} />}
    </>
  );
};

/** Both times, so that one sees which is wrong. */
const ClockWords = ({ skew }: { readonly skew: number }) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const phone = Date.now();
  return (
    <div className="app-banner">
      <Notice kind="warning" title={t("app.clock.title")}>
        {t("app.clock.text", { phone: dayAndTime(phone), server: dayAndTime(phone - skew) })}
      </Notice>
    </div>
  );
};
