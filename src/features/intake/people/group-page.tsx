import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { keyOf } from "../../../domain/model/new-id.ts";
import { languageOfName, latinNameOf } from "../../../domain/names/person-name.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Records } from "../../../live/records.ts";
import { useLive } from "../../../live/use-live.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { personHref, registerHref } from "../addresses.ts";
import { ChildAloneNotice } from "../registration/child-alone-notice.tsx";
import { GroupFacts } from "./group-facts.tsx";
import { NeedBadges } from "./need-badges.tsx";

/** One group and its people. */
export const GroupPage = ({ site, groupId }: { readonly site: string; readonly groupId: Id<"group"> }) => {
  const t = useT();
  const words = usePersonLabels();
  const { group, people } = useLive(kinds, groupWithPeople, site, groupId);
  if (!group)
    return (
      <Page title={t("intake.groupMissing")} back="/arrivals">
        <Empty title={t("intake.groupMissingText")} />
      </Page>
    );
  const childAlone = people.some((person) => person.needFlags?.includes("child_alone"));
  return (
    <Page
      title={group.label ?? t("intake.noSurname")}
      back="/arrivals"
      windowTitle={t("attention.kinds.group")}
      action={<GroupAction group={group} people={people} />}
      more={
        <LinkButton href="/arrivals/new" icon="plus">
          {t("intake.next")}
        </LinkButton>
      }
    >
      <Stack space="section">
        {childAlone && <ChildAloneNotice />}
        <FieldConflictCards database={siteDatabase(site)} id={groupId} />
        {!group.focalPersonId && (
          <Notice kind="warning" title={t("intake.onlyCounted")}>
            {t("intake.onlyCountedText")}
          </Notice>
        )}
        {people.length > 0 && (
          <Section title={t("intake.people")}>
            <List label={t("intake.people")}>
              {people.map((person) => (
                <ListRow
                  key={person._id}
                  brief
                  test="person"
                  href={personHref(person._id)}
                  title={words.name(person)}
                  lang={languageOfName(person.familyName ?? person.givenName)}
                  detail={[latinNameOf(person), words.who(person)].filter(Boolean).join(" · ")}
                  badges={
                    <>
                      <NeedBadges person={person} />
                      <DeliveryMark database={siteDatabase(site)} id={person._id} />
                    </>
                  }
                />
              ))}
            </List>
          </Section>
        )}
        <Row>
          <DeliveryMark database={siteDatabase(site)} id={groupId} />
        </Row>
        <GroupFacts group={group} />
      </Stack>
    </Page>
  );
};

const GroupAction = ({ group, people }: { readonly group: Group; readonly people: readonly Person[] }) => {
  const t = useT();
  const [first] = people;
  return first ? (
    <LinkButton href={`/roster/bed-for/${keyOf(first._id)}`} look="primary" icon="bed">
      {t("intake.giveBeds")}
    </LinkButton>
  ) : (
    <LinkButton href={registerHref(group._id)} look="primary" icon="edit">
      {t("intake.complete")}
    </LinkButton>
  );
};

const kinds = ["group", "person"] as const;

const groupWithPeople = (records: Records, site: string, groupId: string) => {
  const database = siteDatabase(site);
  const group = records.all(database, "group").get(groupId);
  const people: Person[] = [];
  for (const person of records.all(database, "person").values())
    if (person.groupId === groupId && !person.voided) people.push(person);
  return {
    group,
    people: people.sort((a, b) => Number(b._id === group?.focalPersonId) - Number(a._id === group?.focalPersonId)),
  };
};
