import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useSession } from "../../session/use-session.ts";
import { Notice } from "../../ui/feedback/notice.tsx";

/** What is wrong with the phone itself, in a sentence each; more is said in the settings. Work goes on. */
export const PhoneNotices = () => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { clockSkew, isFull } = useSession((session) => session.phone);
  const phone = Date.now();
  const clocks = { phone: dayAndTime(phone), server: dayAndTime(phone - clockSkew) };
  return (
    <>
      {isFull && <Notice kind="warning">{t("shell.phone.full")}</Notice>}
      {clockSkew !== 0 && <Notice kind="warning">{t("shell.phone.clock", clocks)}</Notice>}
    </>
  );
};
