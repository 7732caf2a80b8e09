import "../transport.css";
import { telHref } from "../../../domain/numbers/tel-href.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Link } from "../../../ui/actions/link.tsx";
import { Icon } from "../../../ui/display/icon.tsx";
import { VisuallyHidden } from "../../../ui/display/visually-hidden.tsx";

/** One tap calls the coordinator of the trip; nothing where no number is known. */
export const CallCoordinator = ({ phone }: { readonly phone: string | undefined }) => {
  const t = useT();
  if (phone === undefined) return null;
  return (
    <Link href={telHref(phone)} className="transport-tile">
      <Icon name="phone" />
      <VisuallyHidden>{t("transport.call", { phone })}</VisuallyHidden>
      <span aria-hidden="true">{t("transport.coordinator")}</span>
    </Link>
  );
};
