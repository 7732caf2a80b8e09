import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { AccessLayout } from "../access/access-layout.tsx";
import { type Enrolment, isTicket } from "../access/enrolment.ts";
import type { AccessActions } from "../access/use-access.ts";
import { DigitsForm } from "./digits-form.tsx";
import { OwnWordsPage } from "./own-words-page.tsx";

type Props = {
  /** What the address held. */
  readonly ticket: string;
  readonly server: Server;
  readonly enter: AccessActions["signInOrUnlock"];
};

/** A new volunteer who has scanned the lead's QR: types the six digits that stand beside it, and gets words of their own. */
export const EnrolPage = ({ ticket, server, enter }: Props) => {
  const t = useT();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  if (enrolment) return <OwnWordsPage {...{ enrolment, server, enter }} />;
  return (
    <AccessLayout title={t("welcome.title")} lede={t("welcome.digits.lede")}>
      {/* Codes of before digits were asked for hold more, and open nothing any more. */}
      {isTicket(ticket) ? (
        <DigitsForm ticket={ticket} server={server} onRight={setEnrolment} />
      ) : (
        <Refusal error={{ type: "EnrolmentOver" }} />
      )}
      <LanguageChips id="language" />
    </AccessLayout>
  );
};
