import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { personOf } from "../../../live/intake/people-of.ts";
import { useLive } from "../../../live/use-live.ts";
import { useRights } from "../../../live/use-rights.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { type PeoplePlace, personHref } from "../addresses.ts";
import { TakeApart } from "../duplicates/take-apart.tsx";

type RecordGoneProps = { readonly person: Person; readonly place: PeoplePlace };

/** Of a record that nobody works with any more: why, and which one is in use instead. */
export const RecordGone = ({ person, place }: RecordGoneProps) => {
  const t = useT();
  const instead = person.mergedInto;
  const survivor = useLive(personOf, person.site, instead ?? "");
  const mayTell = useRights().mayChange(siteDatabase(person.site), person, "mergedInto");
  return (
    <Notice
      kind="warning"
      title={t(instead ? "intake.gone.merged" : "intake.gone.voided")}
      action={
        instead && (
          <Stack space="tight">
            <LinkButton href={personHref(instead, place)}>{t("intake.gone.open")}</LinkButton>
            {mayTell && <TakeApart one={person} other={survivor} />}
          </Stack>
        )
      }
    >
      {t(instead ? "intake.gone.mergedText" : "intake.gone.voidedText")}
    </Notice>
  );
};
