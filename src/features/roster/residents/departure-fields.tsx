import { hasWords } from "../../../domain/model/has-words.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";
import { gone } from "./departures.ts";
import type { AskedDeparture } from "./use-departures.ts";

type DepartureFieldsProps = { readonly asked: readonly AskedDeparture[]; readonly hasTried: boolean };

/** With which adult children leave: one of their group, or one who was confirmed. Where none may take them along it says so; that they are gone is always noted. */
export const DepartureFields = ({ asked, hasTried }: DepartureFieldsProps) =>
  asked.map((one) => {
    const [child] = one.question.children;
    return (
      <DepartureField key={child?._id} {...one} hasTried={hasTried} apart={asked.length > 1 ? child : undefined} />
    );
  });

type DepartureFieldProps = AskedDeparture & {
  readonly hasTried: boolean;
  /** The child, where it is asked about each apart. */
  readonly apart: AskedDeparture["question"]["children"][number] | undefined;
};

const DepartureField = ({ question, answer, onAnswer, hasTried, apart }: DepartureFieldProps) => {
  const t = useT();
  const words = usePersonLabels();
  const errorText = useErrorText();
  const { and } = useFormats();
  const { chosen, hasLeft } = answer;
  const names = question.children.map(words.name);
  const name = apart && words.name(apart);
  const idOf = (id: string) => (apart ? `${id}-of-${apart._id}` : id);
  const options = question.adults.map((adult) => ({
    value: adult.key,
    label: adult.name,
    hint: t(adult.isConfirmed ? "safeguarding.out.confirmed" : "safeguarding.out.ofGroup"),
  }));
  return (
    <>
      {options.length === 0 && (
        <Notice kind="danger" title={t("safeguarding.out.stop", { names: and(names) })}>
          {t("safeguarding.out.goneText")}
        </Notice>
      )}
      <ChoiceChips
        id={idOf("out-adult")}
        label={name === undefined ? t("safeguarding.out.with") : t("safeguarding.out.withOne", { name })}
        error={hasTried && chosen === undefined ? t("safeguarding.out.choose") : undefined}
        options={[...options, { value: gone, label: t("safeguarding.out.gone") }]}
        value={chosen}
        onChange={(value) => onAnswer({ chosen: value, hasLeft })}
      />
      {chosen === gone && (
        <TextArea
          id={idOf("out-gone")}
          label={name === undefined ? t("safeguarding.out.words") : t("safeguarding.out.wordsOne", { name })}
          error={hasTried && !hasWords(hasLeft) ? errorText({ type: "WordsMissing" }) : undefined}
          rows={2}
          maxLength={200}
          value={hasLeft}
          onChange={(value) => onAnswer({ chosen, hasLeft: value })}
        />
      )}
    </>
  );
};
