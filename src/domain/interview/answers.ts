import { readAge } from "../dates/read-age.ts";
import { type IntakeForm, type IntakePerson, withPerson } from "../intake/intake-form.ts";
import { nameProblem } from "../intake/register-group.ts";
import type { CodeOf } from "../model/codes.ts";
import { isHealthNeed, isWalledNeed } from "../walls/walled-needs.ts";
import { type AskedNeed, askedNeeds } from "./asked-needs.ts";
import type { Question } from "./questions.ts";

type Need = CodeOf<"needFlag">;

/** What may be answered when a person is asked about needs, or about health: nobody asks a man or a small child about a pregnancy. */
export const needsToOffer = (
  topic: "needs" | "health",
  { sex, band }: Pick<IntakePerson, "sex" | "band">,
): readonly Offered[] =>
  askedNeeds.filter((need): need is Offered => {
    if (need === "talk_private") return false;
    if (topic === "needs") return !isWalledNeed(need);
    return isHealthNeed(need) && (need !== "pregnant" || (sex !== "m" && !small.has(band)));
  });

type Offered = Exclude<AskedNeed, "talk_private">;

/** Ticks a need or takes its tick away. */
export const withNeed = (form: IntakeForm, id: IntakePerson["id"], need: Need, isTicked: boolean): IntakeForm => {
  const others = (form.people.find((one) => one.id === id)?.needFlags ?? []).filter((flag) => flag !== need);
  return withPerson(form, id, { needFlags: isTicked ? [...others, need] : others });
};

/** What keeps a typed answer from being taken; an empty one is always taken. */
export const answerProblem = (
  form: IntakeForm,
  { asks, person: id }: Question,
  today: string,
): "age" | "name" | "phone" | undefined => {
  const person = form.people.find((one) => one.id === id);
  if (asks === "age") return readAge(person?.age ?? "", today).ok ? undefined : "age";
  if (asks === "surname") return nameProblem(form.surname) && "name";
  if (asks === "givenName") return nameProblem(person?.givenName ?? "") && "name";
  return asks === "phone" && form.phone.trim().length > 40 ? "phone" : undefined;
};

const small: ReadonlySet<IntakePerson["band"]> = new Set(["0_4", "5_11"]);
