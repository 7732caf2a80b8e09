import { keyOf } from "../../domain/model/new-id.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";

/** To the page where the adult is recorded with whom a child may leave. */
export const WayToChild = ({ personId, name }: { readonly personId: string; readonly name: string }) => {
  const t = useT();
  return (
    <LinkButton href={`/arrivals/person/${keyOf(personId)}`} icon="child" wide>
      {t("transport.stop.toChild", { name })}
    </LinkButton>
  );
};
