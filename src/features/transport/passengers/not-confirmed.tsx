import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { WayToChild } from "../way-to-child.tsx";

/** A stop: no seat for this child, and where the adult is recorded. */
export const NotConfirmed = ({ child }: { readonly child: Person }) => {
  const t = useT();
  const name = usePersonLabels().name(child);
  return (
    <Notice
      kind="danger"
      title={t("transport.stop.now", { names: name })}
      action={<WayToChild personId={child._id} name={name} />}
    >
      {t("transport.add.notConfirmed")}
    </Notice>
  );
};
