import { useT } from "../i18n/use-t.ts";
import { useDeliveryState } from "../live/use-delivery-state.ts";
import { Badge } from "../ui/display/badge.tsx";

type SendingMarkProps = {
  readonly database: string;
  readonly id: string;
};

/** What is not at the server yet: *saved here* or *needs attention*. What is sent, as nearly everything is, says nothing. */
export const DeliveryMark = ({ database, id }: SendingMarkProps) => {
  const t = useT();
  const sending = useDeliveryState(database, id);
  if (!sending || sending === "sent") return null;
  const { icon, tone } = looks[sending];
  return (
    <Badge icon={icon} tone={tone}>
      {t(`person.sending.${sending}`)}
    </Badge>
  );
};

const looks = {
  savedHere: { icon: "saved", tone: "plain" },
  needsAttention: { icon: "warning", tone: "warning" },
} as const;
