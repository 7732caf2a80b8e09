import { useState } from "react";
import type { IntakeForm } from "../../../../domain/intake/intake-form.ts";
import { withNeed } from "../../../../domain/interview/answers.ts";
import { adultsOf } from "../../../../domain/interview/questions.ts";
import { useToday } from "../../../../live/use-today.ts";
import type { Questions } from "../use-questions.ts";
import { ChoiceAnswer } from "./choice-answer.tsx";

type Props = { readonly form: IntakeForm; readonly next: Questions["next"] };

/**
 * Whether the person who holds the phone wants to talk in private, and which adult they are. Shows no answer of before, and *no* takes back only what was said
 * on this screen: another adult of the group may have held the phone earlier.
 */
export const TalkAnswer = ({ form, next }: Props) => {
  const today = useToday();
  const [before] = useState(() => form.people.filter(wants).map(({ id }) => id));
  const adults = adultsOf(form, today);
  const nameOf = (id: string) => {
    const place = form.people.findIndex((person) => person.id === id);
    return form.people[place]?.givenName || String(place + 1);
  };
  const undone = (values: IntakeForm) =>
    adults
      .filter(({ id }) => !before.includes(id))
      .reduce((changed, { id }) => withNeed(changed, id, "talk_private", false), values);
  return (
    <ChoiceAnswer<string>
      options={["no", ...adults.map(({ id }) => id)]}
      say={({ t }, answer) =>
        answer === "no"
          ? t("interview.talk.no")
          : adults.length === 1
            ? t("interview.talk.yes")
            : t("interview.talk.yesName", { name: nameOf(answer) })
      }
      advice="talk"
      chosen={undefined}
      onChoose={(answer) =>
        next((values) => {
          const adult = adults.find(({ id }) => id === answer);
          return adult ? withNeed(undone(values), adult.id, "talk_private", true) : undone(values);
        })
      }
    />
  );
};

const wants = ({ needFlags }: IntakeForm["people"][number]): boolean => needFlags.includes("talk_private");
