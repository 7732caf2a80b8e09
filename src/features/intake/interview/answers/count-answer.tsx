import type { CountKey, IntakeForm } from "../../../../domain/intake/intake-form.ts";
import { withCount } from "../../../../domain/intake/intake-form.ts";
import { useLiveContext } from "../../../../live/live-context.tsx";
import { Icon } from "../../../../ui/display/icon.tsx";
import { bandInDigits } from "../band-in-digits.ts";
import { Both, useVoices, type Voice } from "../voices.tsx";

type Props = {
  readonly whom: "adults" | "children";
  readonly form: IntakeForm;
  readonly set: (change: (form: IntakeForm) => IntakeForm) => void;
};

const rows = {
  adults: [
    ["women", "f|18_59"],
    ["men", "m|18_59"],
    ["women", "f|60_plus"],
    ["men", "m|60_plus"],
  ],
  children: [
    ["girls", "f|0_4"],
    ["boys", "m|0_4"],
    ["girls", "f|5_11"],
    ["boys", "m|5_11"],
    ["girls", "f|12_17"],
    ["boys", "m|12_17"],
  ],
} as const satisfies Record<string, readonly (readonly [string, CountKey])[]>;

/** How many, a row for each sex and age, with a button for one fewer and one more. */
export const CountAnswer = ({ whom, form, set }: Props) => {
  const { newId } = useLiveContext();
  const { theirs, mine = theirs } = useVoices();
  return rows[whom].map(([group, key]) => {
    const band = key.slice(2) as keyof typeof bandInDigits;
    const say = ({ t }: Voice) => `${t(`interview.group.${group}`)} ${bandInDigits[band]}`;
    const count = form.counts[key] ?? 0;
    const change = (by: number) =>
      set((values) => withCount(values, key, Math.max(0, (values.counts[key] ?? 0) + by), () => newId("person")));
    return (
      <div key={key} className="i-ask__count" data-counted={count > 0 ? "" : undefined} data-counts={key}>
        <Both say={say} />
        <button
          type="button"
          lang={mine.language}
          aria-label={mine.t("interview.less", { label: say(mine) })}
          onClick={() => change(-1)}
        >
          <Icon name="minus" />
        </button>
        <output lang={mine.language} aria-label={say(mine)}>
          {count}
        </output>
        <button
          type="button"
          lang={mine.language}
          aria-label={mine.t("interview.more", { label: say(mine) })}
          onClick={() => change(1)}
        >
          <Icon name="plus" />
        </button>
      </div>
    );
  });
};
