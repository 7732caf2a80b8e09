import { missingParts } from "../../../domain/child-form/hand-over.ts";
import type { Handover } from "../../../domain/model/kinds/child.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Facts } from "../../../ui/display/facts.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";

/** What is known of a handover, and in red what is not. */
export const HandoverFacts = ({ handover }: { readonly handover: Handover }) => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime, longDay, and } = useFormats();
  const { name, office, paperEnd, on, hour, signed, witness, by, notedAt } = handover;
  const missing = missingParts(handover).map((part) => t(`child.handover.parts.${part}`));
  const known = [
    [t("child.handover.parts.name"), [name, office].filter(Boolean).join(", ")],
    [t("child.handover.parts.paperEnd"), paperEnd],
    [t("child.handover.when"), [on && longDay(on), hour].filter(Boolean).join(", ")],
    [t("child.handover.parts.signed"), signed && label("answer", signed)],
    [t("child.handover.parts.witness"), witness],
    [t("child.handover.noted"), [by, dayAndTime(notedAt)].join(", ")],
  ] as const;
  return (
    <>
      <Facts facts={known.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
      {missing.length > 0 && <Notice kind="danger" title={t("child.handover.missing", { parts: and(missing) })} />}
    </>
  );
};
