import { useMemo } from "react";
import { isMerged } from "../../../domain/duplicates/merged.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { latinNameOf } from "../../../domain/names/person-name.ts";
import { NumbersSection } from "../../../features/cards/numbers-section.tsx";
import { ConfidentialSection } from "../../../features/confidential/confidential-section.tsx";
import { editHref, groupHref, type PeoplePlace } from "../../../features/intake/addresses.ts";
import { OtherRecords } from "../../../features/intake/duplicates/other-records.tsx";
import { PersonActs } from "../../../features/intake/members/person-acts.tsx";
import { CallGroup } from "../../../features/intake/people/call-group.tsx";
import { MemberList } from "../../../features/intake/people/member-list.tsx";
import { PersonAlerts } from "../../../features/intake/people/person-alerts.tsx";
import { PersonFacts } from "../../../features/intake/people/person-facts.tsx";
import { RecordGone } from "../../../features/intake/people/record-gone.tsx";
import { WayToGroup } from "../../../features/intake/people/way-to-group.tsx";
import { WayToHistory } from "../../../features/intake/people/way-to-history.tsx";
import { Withdrawing } from "../../../features/intake/withdrawal/withdrawing.tsx";
import { WithdrawnNotice } from "../../../features/intake/withdrawal/withdrawn-notice.tsx";
import { ChildInHouseAlone } from "../../../features/roster/residents/child-in-house-alone.tsx";
import { stateMark } from "../../../features/roster/residents/resident-badges.tsx";
import { WayToBed } from "../../../features/roster/residents/way-to-bed.tsx";
import { ProtectionCard } from "../../../features/safeguarding/protection-card.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { personWithGroup } from "../../../live/intake/people-of.ts";
import { placeOfPerson } from "../../../live/roster/place-of-person.ts";
import { isHere } from "../../../live/roster/residents.ts";
import { useLive } from "../../../live/use-live.ts";
import { useRights } from "../../../live/use-rights.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { MissingPage } from "../../../ui/page/missing-page.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { LatePart } from "./late-part.tsx";
import { CheckOutOf, TransferRecords } from "./late-parts.ts";
import { StayActs } from "./stay-acts.tsx";
import { TripRows } from "./trip-rows.tsx";

type PersonScreenProps = {
  readonly site: string;
  readonly personId: Id<"person">;
  readonly place: PeoplePlace;
  readonly moves: boolean;
};

/** One person, put together from what each job knows of them: the same page wherever one comes from. */
export const PersonScreen = ({ site, personId, place, moves }: PersonScreenProps) => {
  const t = useT();
  const words = usePersonLabels();
  const known = useLive(personWithGroup, site, personId);
  const stay = useLive(placeOfPerson, site, personId);
  const { mayBegin, mayChange } = useRights();
  const only = useMemo(() => (known ? [known.person] : []), [known]);
  if (!known)
    return (
      <MissingPage
        title={t("intake.personMissing")}
        text={t("intake.personMissingText")}
        icon="search"
        back={`/${place}`}
      />
    );

  const { person, group, members, companions } = known;
  const database = siteDatabase(site);
  const isInUse = isHere(person);
  // A record that was merged into another one may still hold a bed, which has to be left.
  const mayGiveBeds = mayBegin({ database, site }, "stay");
  const keepsRoster = mayGiveBeds && (isInUse || stay?.isHeld);
  const toGroup = place === "arrivals" && person.groupId;
  return (
    <Page
      title={words.name(person)}
      windowTitle={t("attention.kinds.person")}
      lede={[latinNameOf(person), words.who(person)].filter(Boolean).join(" · ")}
      back={toGroup ? groupHref(toGroup) : `/${place}`}
      action={
        isInUse &&
        mayChange(database, person, "familyName") && (
          <LinkButton href={editHref(personId)} look="primary" icon="edit">
            {t("intake.edit")}
          </LinkButton>
        )
      }
    >
      <Stack>
        {person.withdrawn && !person.voided && !isMerged(person) ? (
          <WithdrawnNotice person={person} group={group} others={companions} isHoused={stay?.isHeld === true} />
        ) : (
          !isInUse && <RecordGone person={person} place={place} />
        )}
        <OtherRecords person={person} place={place} />
        <ChildInHouseAlone site={site} personId={personId} />
        <ProtectionCard site={site} people={only} />
        <PersonAlerts person={person} stayId={stay?.stay._id} />
        <List label={t("intake.ways")}>
          {(keepsRoster || stay) && <WayToBed personId={personId} place={stay} mayGiveBeds={mayGiveBeds && isInUse} />}
          {group && <WayToGroup group={group} members={members} place={place} />}
          {moves && <TripRows site={site} by="personId" id={personId} />}
          <WayToHistory person={person} events={stay?.events ?? []} place={place} />
        </List>
        <CallGroup group={group} />
      </Stack>
      <Stack space="section">
        {keepsRoster && <StayActs site={site} personId={personId} stay={stay} />}
        <NumbersSection holder={person} mayChange={isInUse && mayChange(database, person, "cards")} />
        <PersonFacts person={person} isInUse={isInUse} />
        <ConfidentialSection person={person} mayAdd={isInUse && mayBegin({ database, site }, "sealedNote")} />
        <MemberList site={site} title={t("intake.members")} people={companions} place={place} mark={stateMark} />
        {isInUse && !person.withdrawn && mayChange(database, person, "withdrawn") && (
          <PersonActs
            person={person}
            group={group}
            members={members}
            withdrawing={(close) => (
              <Withdrawing
                site={site}
                person={person}
                onClose={close}
                checkOut={(onClose) => (
                  <LatePart place={null}>
                    <CheckOutOf site={site} personId={personId} onClose={onClose} />
                  </LatePart>
                )}
              />
            )}
          />
        )}
        {isInUse && mayChange(database, person, "movesTo") && (
          <LatePart place={null}>
            <TransferRecords site={site} person={person} />
          </LatePart>
        )}
      </Stack>
    </Page>
  );
};
