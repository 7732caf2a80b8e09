import { useT } from "../../../i18n/use-t.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { telHref } from "./tel-href.ts";

/** One tap calls whoever answers for the trip; nothing where no number is known. */
export const CallCoordinator = ({ phone }: { readonly phone: string | undefined }) => {
  const t = useT();
  if (phone === undefined) return null;
  return (
    <LinkButton href={telHref(phone)} icon="phone" wide>
      {t("transport.call", { phone })}
    </LinkButton>
  );
};
