import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { keyOf } from "../../../domain/model/new-id.ts";
import { latinNameOf } from "../../../domain/names/person-name.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Records } from "../../../live/records.ts";
import { useLive } from "../../../live/use-live.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { groupHref, personHref } from "../addresses.ts";
import { ChildAloneNotice } from "../registration/child-alone-notice.tsx";
import { NeedBadges } from "./need-badges.tsx";
import { PersonFacts } from "./person-facts.tsx";

/** One person: what is known, what two people wrote differently, where to go from here. */
export const PersonPage = ({ site, personId }: { readonly site: string; readonly personId: Id<"person"> }) => {
  const t = useT();
  const words = usePersonLabels();
  const person = useLive(kinds, personOf, site, personId);
  if (!person)
    return (
      <Page title={t("intake.personMissing")} back="/arrivals">
        <Empty title={t("intake.personMissingText")} icon="search" />
      </Page>
    );
  return (
    <Page
      title={words.name(person)}
      lede={[latinNameOf(person), words.who(person)].filter(Boolean).join(" · ")}
      back={person.groupId ? groupHref(person.groupId) : "/arrivals"}
      windowTitle={t("attention.kinds.person")}
      action={
        <LinkButton href={`${personHref(personId)}/edit`} look="primary" icon="edit">
          {t("intake.edit")}
        </LinkButton>
      }
      more={
        <LinkButton href={`/roster/person/${keyOf(personId)}`} icon="bed">
          {t("intake.stayAndBed")}
        </LinkButton>
      }
    >
      <Stack space="section">
        {person.needFlags?.includes("child_alone") && <ChildAloneNotice />}
        <FieldConflictCards database={siteDatabase(site)} id={personId} />
        <Row>
          <NeedBadges person={person} />
          <DeliveryMark database={siteDatabase(site)} id={personId} />
        </Row>
        <PersonFacts person={person} />
      </Stack>
    </Page>
  );
};

const kinds = ["person"] as const;
const personOf = (records: Records, site: string, id: string) => records.all(siteDatabase(site), "person").get(id);
