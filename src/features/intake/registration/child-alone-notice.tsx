import { useT } from "../../../i18n/use-t.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";

/** A child whom nobody is with: what to do now. Source: domain reference 3.5, 7.4. */
export const ChildAloneNotice = () => {
  const t = useT();
  return (
    <Notice
      kind="danger"
      title={t("intake.childAlone.title")}
      action={
        <LinkButton href="tel:112" look="danger" icon="phone" wide>
          {t("intake.childAlone.call")}
        </LinkButton>
      }
    >
      {t("intake.childAlone.text")}
    </Notice>
  );
};
