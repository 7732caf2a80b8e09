import { type IntakeForm, withPerson } from "../../../../domain/intake/intake-form.ts";
import { needsToOffer, withNeed } from "../../../../domain/interview/answers.ts";
import type { Question, Sitting } from "../../../../domain/interview/questions.ts";
import { codes } from "../../../../domain/model/codes.ts";
import { ChildAloneNotice } from "../../registration/child-alone-notice.tsx";
import type { Questions } from "../use-questions.ts";
import { ChoiceAnswer } from "./choice-answer.tsx";
import { CountAnswer } from "./count-answer.tsx";
import { CountryAnswer } from "./country-answer.tsx";
import { NoticeAnswer } from "./notice-answer.tsx";
import { TalkAnswer } from "./talk-answer.tsx";
import { NameAnswer, TextAnswer } from "./text-answer.tsx";

export type AnswerProps = {
  readonly form: IntakeForm;
  readonly set: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly question: Question;
  readonly sitting: Sitting;
  readonly next: Questions["next"];
};

/** What a question is answered by: a tap that leads on, ticks, or a box. */
export const Answer = (props: AnswerProps) => {
  const { form, set, question, next } = props;
  if (question.person) return <PersonAnswer {...props} person={question.person} asks={question.asks} />;
  switch (question.asks) {
    case "notice":
      return <NoticeAnswer onRead={() => next((values) => ({ noticeHow: "leaflet", ...values }))} />;
    case "adults":
    case "children":
      return <CountAnswer whom={question.asks} form={form} set={set} />;
    case "surname":
      return (
        <NameAnswer
          of="familyName"
          language={form.language}
          value={form.surname}
          onChange={(surname) => set((values) => ({ ...values, surname }))}
        />
      );
    case "phone":
      return (
        <TextAnswer entry="phone" value={form.phone} onChange={(phone) => set((values) => ({ ...values, phone }))} />
      );
    case "phoneCountry":
      return (
        <ChoiceAnswer
          options={["UA", "PL"] as const}
          say={({ t }, country) => t(`interview.country.${country}`)}
          chosen={form.phoneCountry}
          onChoose={(phoneCountry) => next((values) => ({ ...values, phoneCountry }))}
        />
      );
    case "intent":
      return (
        <ChoiceAnswer
          options={codes.intent}
          say={({ t }, intent) => t(`interview.intent.${intent}`)}
          chosen={form.intent}
          onChoose={(intent) => next((values) => ({ ...values, intent }))}
        />
      );
    case "destCountry":
      return (
        <CountryAnswer
          value={form.destCountry}
          onChange={(destCountry) => set((values) => ({ ...values, destCountry }))}
        />
      );
    case "talk":
      return <TalkAnswer form={form} next={next} />;
  }
};

type PersonAnswerProps = Omit<AnswerProps, "question"> & {
  readonly person: NonNullable<Question["person"]>;
  readonly asks: Extract<Question, { readonly person: string }>["asks"];
};

const PersonAnswer = ({ form, set, sitting, next, person: id, asks }: PersonAnswerProps) => {
  const person = form.people.find((one) => one.id === id);
  if (!person) return null;
  switch (asks) {
    case "givenName":
      return (
        <NameAnswer
          of="givenName"
          language={form.language}
          value={person.givenName}
          onChange={(givenName) => set((values) => withPerson(values, id, { givenName }))}
        />
      );
    case "age":
      return (
        <TextAnswer
          entry="text"
          advice="age"
          value={person.age}
          onChange={(age) => set((values) => withPerson(values, id, { age }))}
        />
      );
    case "childCare": {
      // The volunteer is told at once what to do for a child whom nobody is with; the person who answers alone is not.
      const stays = (care: string) => care === "nobody" && sitting === "together";
      return (
        <>
          <ChoiceAnswer
            options={codes.childCare}
            say={({ t }, care) => t(`interview.care.${care}`)}
            chosen={person.childCare}
            onChoose={(childCare) => (stays(childCare) ? set : next)((values) => withPerson(values, id, { childCare }))}
          />
          {stays(person.childCare ?? "") && <ChildAloneNotice />}
        </>
      );
    }
    case "needs":
    case "health":
      return (
        <ChoiceAnswer
          options={needsToOffer(asks, person)}
          say={({ t }, need) => t(`interview.need.${need}`)}
          ticked={person.needFlags}
          onTick={(need, isTicked) => set((values) => withNeed(values, id, need, isTicked))}
          advice={asks}
        />
      );
  }
};
