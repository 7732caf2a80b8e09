import { Icon } from "../../../../ui/display/icon.tsx";
import { Both, type Voice } from "../voices.tsx";

type Props<Value extends string> = {
  readonly options: readonly Value[];
  readonly say: (voice: Voice, option: Value) => string;
  readonly advice?: "health" | "needs" | "talk" | undefined;
} & (
  | { readonly chosen: Value | undefined; readonly onChoose: (value: Value) => void; readonly ticked?: never }
  | {
      readonly ticked: readonly string[];
      readonly onTick: (value: Value, isTicked: boolean) => void;
      readonly chosen?: never;
    }
);

/** Answers as large buttons: one of them, which may lead on at once, or as many as hold. */
export const ChoiceAnswer = <Value extends string>({ options, say, advice, ...answer }: Props<Value>) => {
  const isHeld = (option: Value) => (answer.ticked ? answer.ticked.includes(option) : answer.chosen === option);
  const press = (option: Value) => (answer.ticked ? answer.onTick(option, !isHeld(option)) : answer.onChoose(option));
  return (
    <>
      {advice && (
        <p className="i-ask__hint">
          <Both say={({ t }) => t(`interview.hint.${advice}`)} />
        </p>
      )}
      <div className="i-ask__answers">
        {options.map((option) => (
          <button
            key={option}
            type="button"
            className="i-ask__answer"
            data-answer={option}
            aria-pressed={isHeld(option)}
            onClick={() => press(option)}
          >
            <span className="i-ask__tick">{isHeld(option) && <Icon name="check" />}</span>
            <Both say={(voice) => say(voice, option)} />
          </button>
        ))}
      </div>
    </>
  );
};
