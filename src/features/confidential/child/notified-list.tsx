import type { Child } from "../../../domain/model/kinds/child.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";

/** Which authorities were told, by whom and when. */
export const NotifiedList = ({ form: { notified = [] } }: { readonly form: Child }) => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime } = useFormats();
  return (
    notified.length > 0 && (
      <List label={t("child.blocks.notification.title")}>
        {notified.map(({ office, at, by, reference }) => (
          <ListRow
            key={`${at} ${by} ${office}`}
            title={[label("safeguardingOffice", office), reference].filter(Boolean).join(" · ")}
            detail={t("child.told", { who: by, when: dayAndTime(at) })}
          />
        ))}
      </List>
    )
  );
};
