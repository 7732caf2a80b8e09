import type { Group } from "../../../domain/model/kinds/group.ts";
import { telHref } from "../../../domain/numbers/tel-href.ts";
import { useT } from "../../../i18n/use-t.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { hook } from "../../../ui/test-hooks.ts";

/** Dials the one number at which a group is reached; nothing where none is known. */
export const CallGroup = ({ group }: { readonly group: Group | undefined }) => {
  const t = useT();
  const phone = group?.phone && (group.phone.e164 ?? group.phone.raw);
  if (!phone) return null;
  return (
    <div data-test={hook("call")}>
      <LinkButton href={telHref(phone)} icon="phone" wide>
        {t("intake.call", { phone })}
      </LinkButton>
    </div>
  );
};
