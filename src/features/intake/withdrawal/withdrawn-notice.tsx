import { useState } from "react";
import {
  type AgreementError,
  agreeToWithdrawal,
  bringBackPerson,
  mayAgree,
} from "../../../domain/intake/withdraw-person.ts";
import { awaitsLead } from "../../../domain/intake/withdrawal.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Attribution } from "../../../domain/roster/stay-commands.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useRights } from "../../../live/use-rights.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { followGroup } from "../follow-group.ts";
import { groupWith } from "../members/group-corrections.ts";
import { useCorrection } from "../use-correction.ts";
import { followWithdrawal } from "./follow-withdrawal.ts";
import { TripsKept } from "./trips-kept.tsx";
import { useWithdrawalFacts } from "./use-withdrawal-facts.ts";
import { useWithdrawalSaid } from "./use-withdrawal-said.ts";

type WithdrawnNoticeProps = {
  readonly person: Person;
  readonly group: Group | undefined;
  /** The rest of the group. */
  readonly others: readonly Person[];
  /** Lies in a bed all the same: another phone checked the person in. */
  readonly isHoused: boolean;
};

/** That a registration was taken back, why and by whom, with the way back; of a child it waits for a lead, who is asked what the volunteer was asked. */
export const WithdrawnNotice = ({ person, group, others, isHoused }: WithdrawnNoticeProps) => {
  const t = useT();
  const name = usePersonLabels().name(person);
  const database = siteDatabase(person.site);
  const { mayChange } = useRights();
  const whySaid = useWithdrawalSaid()(person);
  const { correct, refusal } = useCorrection<AgreementError>(database);
  const today = useToday();
  const { by } = useAttribution()();
  const waits = awaitsLead(person);
  const { facts, trips } = useWithdrawalFacts(person.site, person);
  const [knowsTrip, setKnowsTrip] = useState(false);
  const bringBack = () =>
    correct(
      [
        { id: person._id, command: (current: Person) => bringBackPerson(current, group?.noticeGiven !== undefined) },
        ...followGroup([others], [[...others, person]], today),
        ...(group ? groupWith({ group, members: others }, person) : []),
      ],
      t("correction.withdraw.broughtBack", { name }),
    );
  const agree = () => {
    const command = (current: Person, doing: Attribution) => agreeToWithdrawal(current, facts, { knowsTrip }, doing);
    const followers = followWithdrawal(person, { group, members: [...others, person], companions: others }, today);
    return correct([{ id: person._id, command }, ...followers], t("correction.withdraw.said", { name }));
  };
  const leads = waits && mayChange(database, person, "withdrawalSeen");
  const agrees = leads && mayAgree(person, by);
  return (
    <>
      {refusal && refusal.type !== "NeedsAnotherLead" && refusal.type !== "TripNotAnswered" && (
        <Refusal error={refusal} />
      )}
      <Notice
        kind={waits ? "danger" : "warning"}
        title={t(waits ? "correction.withdraw.waits" : "correction.withdraw.gone")}
        action={
          <Stack space="tight">
            {mayChange(database, person, "withdrawn") && (
              <Button icon="undo" onPress={() => void bringBack()}>
                {t("correction.withdraw.bringBack")}
              </Button>
            )}
            {agrees && (
              <Button look="danger" onPress={() => void agree()}>
                {t("correction.withdraw.agree")}
              </Button>
            )}
          </Stack>
        }
      >
        <p>{whySaid}</p>
        {waits && <p>{t(leads && !agrees ? "correction.withdraw.anotherLead" : "correction.withdraw.waitsText")}</p>}
        {agrees && (
          <TripsKept
            trips={trips}
            isKnown={knowsTrip}
            error={refusal?.type === "TripNotAnswered" && !knowsTrip ? t("correction.withdraw.tripMissing") : undefined}
            onKnown={setKnowsTrip}
          />
        )}
        {isHoused && <p>{t("correction.withdraw.butInBed")}</p>}
      </Notice>
    </>
  );
};
