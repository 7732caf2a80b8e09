import { useState } from "react";
import type { WithdrawalAnswer, WithdrawalError } from "../../../domain/intake/withdraw-person.ts";
import { needsWords, withdrawPerson } from "../../../domain/intake/withdraw-person.ts";
import { mayBeChild } from "../../../domain/intake/withdrawal.ts";
import { type CodeOf, codes } from "../../../domain/model/codes.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { hasWords } from "../../../domain/model/has-words.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Attribution } from "../../../domain/roster/stay-commands.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { personWithGroup } from "../../../live/intake/people-of.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useLive } from "../../../live/use-live.ts";
import { useRights } from "../../../live/use-rights.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useCorrection } from "../use-correction.ts";
import { followWithdrawal } from "./follow-withdrawal.ts";
import { StillInBed } from "./still-in-bed.tsx";
import { TripsKept } from "./trips-kept.tsx";
import { useWithdrawalFacts } from "./use-withdrawal-facts.ts";
import { useWithdrawalQuestion } from "./use-withdrawal-question.ts";

type WithdrawSheetProps = {
  readonly site: string;
  readonly person: Person;
  readonly onCheckOut: () => void;
  readonly onClose: () => void;
};

/** Why a registration is taken back; says first what else knows of the person: a bed, a trip, children. */
export const WithdrawSheet = ({ site, person, onCheckOut, onClose }: WithdrawSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const name = usePersonLabels().name(person);
  const database = siteDatabase(site);
  const isLead = useRights().mayChange(database, person, "withdrawalSeen");
  const { by } = useAttribution()();
  const settles = isLead && person.createdBy !== by;
  const { facts, place, trips, alone } = useWithdrawalFacts(site, person);
  const asks = facts.isChild || mayBeChild(person);
  const question = useWithdrawalQuestion();
  const { correct, refusal } = useCorrection<WithdrawalError>(database);
  const today = useToday();
  const known = useLive(personWithGroup, site, person._id);
  const [reason, setReason] = useState<CodeOf<"withdrawReason">>();
  const [note, setNote] = useState("");
  const [knowsTrip, setKnowsTrip] = useState(false);

  if (facts.isHoused) return <StillInBed name={name} place={place} onCheckOut={onCheckOut} onClose={onClose} />;

  const answer: WithdrawalAnswer = { reason, note, knowsTrip, named: facts.alone };
  const submit = async () => {
    const said = t("correction.withdraw.said", { name });
    const withdraw = (current: Person, doing: Attribution) =>
      withdrawPerson(current, facts, answer, { ...doing, isLead });
    const isGone = settles || !asks;
    const followers = known && isGone ? followWithdrawal(person, known, today) : [];
    const corrections = [{ id: person._id, command: withdraw }, ...followers];
    if (await correct(corrections, said)) onClose();
  };
  const asked = question(person, { ...facts, alone }, reason);
  return (
    <Sheet
      open
      title={t("correction.withdraw.title", { name })}
      onClose={onClose}
      actions={
        <Button look="danger" wide onPress={() => void submit()}>
          {t("correction.withdraw.open")}
        </Button>
      }
    >
      <Stack>
        {refusal && !isOfField(refusal) && <Refusal error={refusal} />}
        {asked.warnings.map((text) => (
          <Notice key={text} kind="danger">
            {text}
          </Notice>
        ))}
        {asks && !settles && (
          <Notice kind="info">{t(isLead ? "correction.withdraw.anotherLead" : "correction.withdraw.leadLooks")}</Notice>
        )}
        <TripsKept
          trips={trips}
          isKnown={knowsTrip}
          error={refusal?.type === "TripNotAnswered" && !knowsTrip ? t("correction.withdraw.tripMissing") : undefined}
          onKnown={setKnowsTrip}
        />
        <ChoiceChips
          id="withdraw-reason"
          label={t("correction.withdraw.reason")}
          error={
            refusal?.type === "WithdrawReasonMissing" && !reason ? t("correction.withdraw.reasonMissing") : undefined
          }
          columns={1}
          options={codes.withdrawReason.map((value) => ({ value, label: label("withdrawReason", value) }))}
          value={reason}
          onChange={setReason}
        />
        {needsWords(facts, reason) && (
          <TextArea
            id="withdraw-note"
            label={asked.label}
            hint={asked.hint}
            error={
              refusal?.type === "WordsMissing" && !hasWords(note) ? t("correction.withdraw.wordsMissing") : undefined
            }
            rows={2}
            maxLength={200}
            value={note}
            onChange={setNote}
          />
        )}
      </Stack>
    </Sheet>
  );
};

type OfField = { readonly type: "TripNotAnswered" | "WithdrawReasonMissing" | "WordsMissing" };

const isOfField = (refusal: { readonly type: string }): refusal is OfField => ofField.has(refusal.type);

const ofField: ReadonlySet<string> = new Set(["TripNotAnswered", "WithdrawReasonMissing", "WordsMissing"]);
