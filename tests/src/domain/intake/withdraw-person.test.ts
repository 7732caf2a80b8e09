import { expect, test } from "vitest";
import { recordStateOf } from "../../../../src/domain/intake/record-state.ts";
import {
  agreeToWithdrawal,
  bringBackPerson,
  type WithdrawalAnswer,
  type WithdrawalFacts,
  withdrawPerson,
} from "../../../../src/domain/intake/withdraw-person.ts";
import { awaitsLead, isWithdrawn } from "../../../../src/domain/intake/withdrawal.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const at = "2026-11-24T09:00:00.000Z";
const later = "2026-11-25T09:00:00.000Z";
const nowhere: WithdrawalFacts = { isHoused: false, isOnTrip: false, isChild: false, alone: [] };
const answer: WithdrawalAnswer = { reason: "mistake", note: "", knowsTrip: false, named: [] };
const volunteer = { at, by: "ann", isLead: false };
const lead = { at, by: "lea", isLead: true };
const woman = aDocument("person", "1", { givenName: "Олена", familyName: "Рижко" });
const childAlone = aDocument("person", "2", { givenName: "Міра", needFlags: ["child_alone"] });

const withdrawn = (person: Person, ...given: [Partial<WithdrawalFacts>, Partial<WithdrawalAnswer>, typeof lead?]) => {
  const [facts, said, doing = volunteer] = given;
  const done = withdrawPerson(person, { ...nowhere, ...facts }, { ...answer, ...said }, doing);
  return done.ok ? done.value : done.error.type;
};

test("A registration is withdrawn with a reason, and brought back without a trace on the lists", () => {
  const gone = withdrawn(woman, {}, { note: "" }) as Person;
  expect(gone).toMatchObject({ withdrawn: "mistake", withdrawnAt: at, recordState: "withdrawn" });
  expect(isWithdrawn(gone)).toBe(true);
  expect(bringBackPerson(gone, false)).toEqual({ ok: true, value: woman });
});

test("Nobody who lies in a bed is withdrawn, whatever is answered", () => {
  for (const doing of [volunteer, lead])
    expect(withdrawn(woman, { isHoused: true }, { note: "Сказано лікарю", knowsTrip: true }, doing)).toBe(
      "StillHasBed",
    );
});

test("What else knows of a person is asked about, and an answer is always taken", () => {
  expect(withdrawn(woman, {}, { reason: undefined })).toBe("WithdrawReasonMissing");
  expect(withdrawn(woman, { isOnTrip: true }, {})).toBe("TripNotAnswered");
  expect(withdrawn(woman, { isOnTrip: true }, { knowsTrip: true })).toHaveProperty("withdrawn", "mistake");
  expect(withdrawn(woman, { alone: ["person:9"] }, { note: "Тітка Ольга" })).toBe("ChildrenNotNamed");
  expect(withdrawn(woman, { alone: ["person:9"] }, { named: ["person:9"], note: "." })).toBe("WordsMissing");
  expect(withdrawn(woman, { alone: ["person:9"] }, { named: ["person:9"], note: " Тітка Ольга " })).toHaveProperty(
    "withdrawnNote",
    "Тітка Ольга",
  );
  expect(withdrawn(woman, { isChild: true }, {})).toBe("WordsMissing");
  expect(withdrawn(woman, {}, { reason: "other", note: "-" })).toBe("WordsMissing");
});

test("A child alone stays on the lists until a lead has agreed to this very withdrawal", () => {
  const asked = withdrawn(childAlone, { isChild: true }, { note: "Забрала мати" }) as Person;
  expect([isWithdrawn(asked), awaitsLead(asked), asked.recordState]).toEqual([false, true, "quick"]);
  const agreed = agreeToWithdrawal(asked, nowhere, answer, lead);
  expect(agreed.ok && [isWithdrawn(agreed.value), agreed.value.recordState]).toEqual([true, "withdrawn"]);
  const back = bringBackPerson(agreed.ok ? agreed.value : asked, false);
  const again = withdrawn((back.ok ? back.value : asked) as Person, {}, {}, { ...volunteer, at: later }) as Person;
  expect([isWithdrawn(again), awaitsLead(again)]).toEqual([false, true]);
  expect(isWithdrawn(withdrawn(childAlone, {}, {}, lead) as Person)).toBe(true);
});

test("The account that registered a child alone, or withdrew, does not agree to it: two answer for it", () => {
  const own = { ...lead, by: childAlone.createdBy };
  const asked = withdrawn(childAlone, {}, {}, own) as Person;
  expect([isWithdrawn(asked), awaitsLead(asked)]).toEqual([false, true]);
  expect(agreeToWithdrawal(asked, nowhere, answer, own)).toEqual({ ok: false, error: { type: "NeedsAnotherLead" } });
  const { stamps } = asked;
  const edits = { ...stamps.edits, "2.leadp": ["lea", at] as const };
  const noted = { ...asked, stamps: { ...stamps, own: { ...stamps.own, withdrawn: "2.leadp" }, edits } } as Person;
  expect(agreeToWithdrawal(noted, nowhere, answer, lead).ok).toBe(false);
  expect(agreeToWithdrawal(noted, nowhere, answer, { by: "kat" }).ok).toBe(true);
});

test("A lead who agrees is asked what the volunteer was asked: the bed and the trip may be later than the question", () => {
  const asked = withdrawn(childAlone, { isChild: true }, { note: "Забрала мати" }) as Person;
  const agree = (facts: Partial<WithdrawalFacts>, knowsTrip = false) =>
    agreeToWithdrawal(asked, { ...nowhere, ...facts }, { knowsTrip }, lead);
  expect(agree({ isHoused: true }, true)).toEqual({ ok: false, error: { type: "StillHasBed" } });
  expect(agree({ isOnTrip: true })).toEqual({ ok: false, error: { type: "TripNotAnswered" } });
  expect(agree({ isOnTrip: true }, true).ok).toBe(true);
});

test("A withdrawal of which the hour is missing never counts as agreed to", () => {
  const { withdrawnAt: _at, ...odd } = { ...childAlone, withdrawn: "mistake" } as Person;
  expect(isWithdrawn(odd as Person)).toBe(false);
});

test("A record is complete with names, an age and the notice, and verified once the names come from a document", () => {
  const known = { ...woman, birth: { precision: "day", date: "1990-01-02" } } as const;
  expect(recordStateOf(woman, true)).toBe("quick");
  expect(recordStateOf(known, false)).toBe("quick");
  expect(recordStateOf(known, true)).toBe("complete");
  expect(recordStateOf({ ...known, latSource: "document" }, true)).toBe("verified");
});
