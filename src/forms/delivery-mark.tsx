import { useT } from "../i18n/use-t.ts";
import { useDeliveryState } from "../live/use-delivery-state.ts";
import { Badge } from "../ui/display/badge.tsx";

type SendingMarkProps = {
  readonly database: string;
  readonly id: string;
  /** `unsent` in long lists: there only what the server does not have yet is worth a line. */
  readonly shows?: "always" | "unsent";
};

/** Where a record stands on its way, in words: *saved here*, *sent*, *needs attention*. Nothing for one that is not here. */
export const DeliveryMark = ({ database, id, shows = "always" }: SendingMarkProps) => {
  const t = useT();
  const sending = useDeliveryState(database, id);
  if (!sending || (shows === "unsent" && sending === "sent")) return null;
  const { icon, tone } = looks[sending];
  return (
    <Badge icon={icon} tone={tone}>
      {t(`person.sending.${sending}`)}
    </Badge>
  );
};

const looks = {
  savedHere: { icon: "saved", tone: "plain" },
  sent: { icon: "sent", tone: "plain" },
  needsAttention: { icon: "warning", tone: "warning" },
} as const;
