import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";

/** Names the children who would be without an adult of their group; nothing where there are none. */
export const ChildrenNamed = ({ alone }: { readonly alone: readonly Person[] }) => {
  const t = useT();
  const words = usePersonLabels();
  const { and } = useFormats();
  if (alone.length === 0) return null;
  const names = and(alone.map((child) => `${words.name(child)} (${words.who(child)})`));
  return <Notice kind="danger">{t("correction.members.alone", { names })}</Notice>;
};
