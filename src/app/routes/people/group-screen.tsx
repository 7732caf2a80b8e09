import { isChild } from "../../../domain/intake/is-child.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { hasUnaccompanied, isOfChildrenOnly } from "../../../domain/safeguarding/company.ts";
import type { PeoplePlace } from "../../../features/intake/addresses.ts";
import { CallGroup } from "../../../features/intake/people/call-group.tsx";
import { GroupAction } from "../../../features/intake/people/group-action.tsx";
import { childrenOf, headsOf } from "../../../features/intake/people/group-counts.ts";
import { MemberList } from "../../../features/intake/people/member-list.tsx";
import { ChildAloneNotice } from "../../../features/intake/registration/child-alone-notice.tsx";
import { stateMark } from "../../../features/roster/residents/resident-badges.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { groupWithPeople } from "../../../live/intake/group-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { lazyAgain } from "../../../ui/feedback/lazy-again.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { MissingPage } from "../../../ui/page/missing-page.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { fetchLaterScreens } from "../fetch-later-screens.ts";
import { LatePart } from "./late-part.tsx";

const ProtectionCard = lazyAgain(() => fetchLaterScreens().then((screens) => screens.ProtectionCard));

const FieldConflictCards = lazyAgain(() => fetchLaterScreens().then((screens) => screens.FieldConflictCards));

const GroupTrips = lazyAgain(() => fetchLaterScreens().then((screens) => screens.GroupTrips));

/** The lower half of the page. */
const GroupParts = lazyAgain(() => fetchLaterScreens().then((screens) => screens.GroupParts));

type GroupScreenProps = {
  readonly site: string;
  readonly groupId: Id<"group">;
  readonly place: PeoplePlace;
  readonly moves: boolean;
};

/** One group and its people, put together from what each job knows of them: the same page wherever one comes from. */
export const GroupScreen = ({ site, groupId, place, moves }: GroupScreenProps) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const { group, people } = useLive(groupWithPeople, site, groupId);
  if (!group)
    return <MissingPage title={t("intake.groupMissing")} text={t("intake.groupMissingText")} back={`/${place}`} />;
  const children = people.filter((person) => isChild(person, today)).length;
  return (
    <Page
      title={group.label ?? t("intake.noSurname")}
      windowTitle={t("person.group")}
      lede={
        people.length > 0 ? words.howMany(people.length, children) : words.howMany(headsOf(group), childrenOf(group))
      }
      back={`/${place}`}
      action={<GroupAction site={site} group={group} people={people} />}
      more={
        place === "arrivals" && (
          <LinkButton href="/arrivals/new" icon="plus">
            {t("intake.next")}
          </LinkButton>
        )
      }
    >
      {people.length === 0 && isOfChildrenOnly(group) && <ChildAloneNotice />}
      {hasUnaccompanied(people, today) && (
        <LatePart place={<ChildAloneNotice />} instead={<ChildAloneNotice />}>
          <ProtectionCard site={site} people={people} />
        </LatePart>
      )}
      {group.rivals && (
        <LatePart place={null}>
          <FieldConflictCards database={siteDatabase(site)} id={groupId} />
        </LatePart>
      )}
      {!group.focalPersonId && (
        <Notice kind="warning" title={t("intake.onlyCounted")}>
          {t("intake.onlyCountedText")}
        </Notice>
      )}
      <CallGroup group={group} />
      <Stack space="section">
        <MemberList site={site} title={t("intake.people")} people={people} place={place} mark={stateMark} />
        <LatePart place={null}>
          {moves && <GroupTrips site={site} groupId={groupId} />}
          <GroupParts site={site} group={group} people={people} place={place} />
        </LatePart>
      </Stack>
    </Page>
  );
};
