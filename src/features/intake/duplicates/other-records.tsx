import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonFacts } from "../../../forms/use-person-facts.ts";
import { useT } from "../../../i18n/use-t.ts";
import { otherRecordsOf } from "../../../live/duplicates/other-records.ts";
import { useLive } from "../../../live/use-live.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Link } from "../../../ui/actions/link.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { type PeoplePlace, personHref } from "../addresses.ts";
import { TakeApart } from "./take-apart.tsx";

type OtherRecordsProps = { readonly person: Person; readonly place: PeoplePlace };

/** As whom else a person is registered, with a way there: what is noted there later is read there. */
export const OtherRecords = ({ person, place }: OtherRecordsProps) =>
  useLive(otherRecordsOf, person.site, person._id).map((other) => (
    <OtherRecord key={other._id} person={person} other={other} place={place} />
  ));

const OtherRecord = ({ person, other, place }: OtherRecordsProps & { readonly other: Person }) => {
  const t = useT();
  const known = usePersonFacts(person.site, other._id);
  const mayTell = useRights().mayChange(siteDatabase(person.site), person, "mergedInto");
  return (
    <Notice kind="info" title={t("alike.merge.also")} action={mayTell && <TakeApart one={other} other={person} />}>
      <Link href={personHref(other._id, place)}>{known?.name}</Link>, {known?.facts}
    </Notice>
  );
};
