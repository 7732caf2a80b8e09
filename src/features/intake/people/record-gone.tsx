import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { type PeoplePlace, personHref } from "../addresses.ts";

type RecordGoneProps = { readonly person: Person; readonly place: PeoplePlace };

/** Of a record that nobody works with any more: why, and which one is in use instead. */
export const RecordGone = ({ person, place }: RecordGoneProps) => {
  const t = useT();
  const instead = person.mergedInto;
  return (
    <Notice
      kind="warning"
      title={t(instead ? "intake.gone.merged" : "intake.gone.voided")}
      action={instead && <LinkButton href={personHref(instead, place)}>{t("intake.gone.open")}</LinkButton>}
    >
      {t(instead ? "intake.gone.mergedText" : "intake.gone.voidedText")}
    </Notice>
  );
};
