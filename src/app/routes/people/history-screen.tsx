import type { Id } from "../../../domain/model/field.ts";
import { type PeoplePlace, personHref } from "../../../features/intake/addresses.ts";
import { RecordHistory } from "../../../features/intake/people/record-history.tsx";
import { StayHistory } from "../../../features/roster/residents/stay-history.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { personWithGroup } from "../../../live/intake/people-of.ts";
import { useLive } from "../../../live/use-live.ts";
import { MissingPage } from "../../../ui/page/missing-page.tsx";
import { Page } from "../../../ui/page/page.tsx";

type HistoryScreenProps = { readonly site: string; readonly personId: Id<"person">; readonly place: PeoplePlace };

/** What was noted of one person, with who and when: of their stays, and of the record itself. */
export const HistoryScreen = ({ site, personId, place }: HistoryScreenProps) => {
  const t = useT();
  const words = usePersonLabels();
  const person = useLive(personWithGroup, site, personId)?.person;
  if (!person)
    return (
      <MissingPage
        title={t("intake.personMissing")}
        text={t("intake.personMissingText")}
        icon="search"
        back={`/${place}`}
      />
    );
  return (
    <Page
      title={words.name(person)}
      windowTitle={t("roster.history.title")}
      lede={t("roster.history.title")}
      back={personHref(personId, place)}
    >
      <StayHistory site={site} personId={personId} />
      <RecordHistory person={person} />
    </Page>
  );
};
