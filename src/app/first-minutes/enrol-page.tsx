import { useEffect, useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { AccessLayout } from "../access/access-layout.tsx";
import { type Enrolment, isTicket } from "../access/enrolment.ts";
import { forgetTicket, keepTicket } from "../access/links.ts";
import type { AccessActions } from "../access/use-access.ts";
import { DigitsForm } from "./digits-form.tsx";
import { OwnWordsPage } from "./own-words-page.tsx";

type Props = {
  /** What the address held. */
  readonly ticket: string;
  readonly server: Server;
  readonly enter: AccessActions["signInOrUnlock"];
  readonly onBack: () => void;
};

/** A new volunteer who has scanned the lead's QR: types the six digits that stand beside it, and gets words of their own. */
export const EnrolPage = ({ ticket, server, enter, onBack }: Props) => {
  const t = useT();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  useEffect(() => {
    if (isTicket(ticket)) keepTicket(ticket);
    return forgetTicket;
  }, [ticket]);
  if (enrolment) return <OwnWordsPage {...{ enrolment, server, enter }} />;
  return (
    <AccessLayout title={t("welcome.title")} lede={t("welcome.digits.lede")}>
      {/* Codes of before digits were asked for hold more, and open nothing any more. */}
      {isTicket(ticket) ? (
        <DigitsForm ticket={ticket} server={server} onRight={setEnrolment} onOver={forgetTicket} />
      ) : (
        <Refusal error={{ type: "EnrolmentOver" }} />
      )}
      <Button wide look="quiet" onPress={onBack}>
        {t("ui.cancel")}
      </Button>
      <LanguageChips id="language" />
    </AccessLayout>
  );
};
