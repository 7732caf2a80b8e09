import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { NeedBadges } from "./need-badges.tsx";

type PersonAlertsProps = {
  readonly person: Person;
  /** The stay that counts, where there is one: two may have written of it, too. */
  readonly stayId: string | undefined;
};

/** What is to be known of somebody before anything else: two answers, needs. */
export const PersonAlerts = ({ person, stayId }: PersonAlertsProps) => {
  const database = siteDatabase(person.site);
  return (
    <>
      <FieldConflictCards database={database} id={person._id} />
      {stayId && <FieldConflictCards database={database} id={stayId} />}
      <Row>
        <NeedBadges person={person} />
      </Row>
    </>
  );
};
