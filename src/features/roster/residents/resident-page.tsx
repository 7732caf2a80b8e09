import { lazy, Suspense } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { latinNameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { groupKinds, groupOfPerson } from "../../../live/intake/group-view.ts";
import { type RosterView, rosterKinds, rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { useRights } from "../../../live/use-rights.ts";
import { List } from "../../../ui/display/list.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { bedById } from "../beds/bed-by-id.ts";
import { ChildrenAloneNotice } from "./children-alone-notice.tsx";
import { PersonRow } from "./person-row.tsx";
import { ResidentActions } from "./resident-actions.tsx";
import { StateBadge } from "./resident-badges.tsx";
import { ResidentFacts } from "./resident-facts.tsx";
import { StayHistory } from "./stay-history.tsx";
import { UnknownPerson } from "./unknown-person.tsx";

/** For whoever may send records on. */
const SendOn = lazy(() => import("./transfer-records.tsx").then((module) => ({ default: module.TransferRecords })));

type ResidentPageProps = {
  readonly site: string;
  readonly personId: string;
};

/** One person in the house: where, since when, what happened, and what can be done. */
export const ResidentPage = (props: ResidentPageProps) => <ResidentScreen key={props.personId} {...props} />;

const ResidentScreen = ({ site, personId }: ResidentPageProps) => {
  const t = useT();
  const words = usePersonLabels();
  const view = useLive(rosterKinds, rosterOf, site);
  const group = useLive(groupKinds, groupOfPerson, site, personId);
  const { mayChange } = useRights();
  const person = group.find(({ _id }) => _id === personId);
  if (!person) return <UnknownPerson />;

  const latin = latinNameOf(person);
  const family = group.filter(({ _id }) => _id !== personId);
  return (
    <Page
      title={words.name(person)}
      windowTitle={t("attention.kinds.person")}
      back="/roster"
      lede={[latin, words.who(person)].filter(Boolean).join(" · ")}
    >
      <ChildrenAloneNotice site={site} of={person._id} />
      <ResidentFacts site={site} view={view} person={person} />
      <ResidentActions site={site} view={view} person={person} group={group} />
      {mayChange(siteDatabase(site), person, "movesTo") && (
        <Suspense>
          <SendOn site={site} view={view} person={person} group={group} />
        </Suspense>
      )}
      {family.length > 0 && (
        <Section title={t("roster.person.family")}>
          <List label={t("roster.person.family")}>
            {family.map((member) => (
              <FamilyRow key={member._id} view={view} member={member} />
            ))}
          </List>
        </Section>
      )}
      <StayHistory site={site} stays={view.staysByPerson.get(personId) ?? []} />
    </Page>
  );
};

const FamilyRow = ({ view, member }: { readonly view: RosterView; readonly member: Person }) => {
  const t = useT();
  const words = usePersonLabels();
  const resident = view.residents.get(member._id);
  const bed = bedById(view, resident?.stay.bedId);
  return (
    <PersonRow
      brief
      person={member}
      detail={[words.who(member), bed ? t("roster.bed.name", { code: bed.code }) : t("roster.bed.none")].join(" · ")}
      badges={resident && <StateBadge state={resident.state} />}
    />
  );
};
