import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Badge } from "../../../ui/display/badge.tsx";

type BlockBadgeProps = { readonly isMissing: boolean; readonly filled: number; readonly of: number };

/** How far a block is filled, or that something of a handover is still to be found out. */
export const BlockBadge = ({ isMissing, filled, of }: BlockBadgeProps) => {
  const t = useT();
  const { number } = useFormats();
  if (isMissing)
    return (
      <Badge icon="alarm" tone="danger">
        {t("child.handover.open")}
      </Badge>
    );
  if (filled === 0) return null;
  return (
    <Badge icon="check" tone="good">
      {of > 1 ? t("child.filled", { filled: number(filled), of: number(of) }) : t("child.filledIn")}
    </Badge>
  );
};
