import type { Group } from "../../../domain/model/kinds/group.ts";
import { dialledIn, numbersIn } from "../../../domain/numbers/phone-number.ts";
import { canBeCalled, telHref } from "../../../domain/numbers/tel-href.ts";
import { useT } from "../../../i18n/use-t.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { hook } from "../../../ui/test-hooks.ts";

/** Dials the number at which a group is reached, or another that was noted with it; nothing where none is known that can be called. */
export const CallGroup = ({ group }: { readonly group: Group | undefined }) => {
  const t = useT();
  if (!group?.phone) return null;
  const { e164, raw } = group.phone;
  const numbers = [e164 ?? dialledIn(raw), ...numbersIn(raw).slice(1)].filter(canBeCalled);
  if (numbers.length === 0) return null;
  return (
    <div data-test={hook("call")}>
      {numbers.map((phone) => (
        <LinkButton key={phone} href={telHref(phone)} icon="phone" wide>
          {t("intake.call", { phone })}
        </LinkButton>
      ))}
    </div>
  );
};
