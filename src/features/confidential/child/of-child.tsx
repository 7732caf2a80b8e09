import type { ConfidentialNote } from "../../../domain/model/kinds/confidential-note.ts";
import { isChildTopic } from "../../../domain/walls/note-content.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Link } from "../../../ui/actions/link.tsx";
import { hook } from "../../../ui/test-hooks.ts";
import { childHref } from "./addresses.ts";

/** What a concern about a child says besides, and the way to the child's form. */
export const OfChild = ({ note: { topic, personId, beside } }: { readonly note: ConfidentialNote }) => {
  const t = useT();
  if (!isChildTopic(topic)) return null;
  return (
    <>
      {beside && <p>{t("confidential.child.beside", { ...beside })}</p>}
      <Link
        className="p-button"
        data-look="plain"
        data-wide
        href={childHref(personId)}
        data-test={hook("way-to-child")}
      >
        {t("confidential.child.open")}
      </Link>
    </>
  );
};
