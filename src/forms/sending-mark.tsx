import { useT } from "../i18n/use-t.ts";
import { useSending } from "../live/use-sending.ts";
import { Badge } from "../ui/badge.tsx";

/** Where a record stands on its way, in words: *saved here*, *sent*, *needs attention*. Nothing for one that is not here. */
export const SendingMark = ({ database, id }: { readonly database: string; readonly id: string }) => {
  const t = useT();
  const sending = useSending(database, id);
  if (!sending) return null;
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
