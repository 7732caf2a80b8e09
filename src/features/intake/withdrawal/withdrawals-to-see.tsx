import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { withdrawalsToSee } from "../../../live/intake/withdrawals.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useLive } from "../../../live/use-live.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { personHref } from "../addresses.ts";
import { useWithdrawalSaid } from "./use-withdrawal-said.ts";

/** Children whom a volunteer took off the register: a lead looks before they leave any list. */
export const WithdrawalsToSee = ({ site }: { readonly site: string }) => {
  const t = useT();
  const words = usePersonLabels();
  const said = useWithdrawalSaid();
  return useLive(withdrawalsToSee, site, useLiveContext().roles).map((person) => (
    <Notice
      key={person._id}
      kind="danger"
      title={`${words.name(person)} (${words.who(person)}). ${t("correction.withdraw.waits")}`}
      action={<LinkButton href={personHref(person._id)}>{t("correction.withdraw.look")}</LinkButton>}
    >
      {said(person)}
    </Notice>
  ));
};
