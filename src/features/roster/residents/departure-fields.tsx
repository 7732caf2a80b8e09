import { hasWords } from "../../../domain/model/has-words.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Departure, Guard } from "../../../domain/safeguarding/release.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";

type DepartureFieldsProps = {
  /** Children who leave, each with what stands between it and the door. */
  readonly leaving: readonly (readonly [Person, Guard])[];
  /** Adults of their group. */
  readonly adults: readonly Person[];
  readonly hasTried: boolean;
  /** The adult who was chosen, by id; `gone`: the children have left already. */
  readonly chosen: string | undefined;
  readonly hasLeft: string;
  readonly onChoose: (chosen: string) => void;
  readonly onHasLeft: (words: string) => void;
};

export const gone = "gone";

/** With which adult children leave: one of their group, or one who was confirmed. Where none may take them along it says so; that they are gone is always noted. */
export const DepartureFields = (props: DepartureFieldsProps) => {
  const { leaving, hasTried, chosen, hasLeft, onChoose, onHasLeft } = props;
  const t = useT();
  const words = usePersonLabels();
  const errorText = useErrorText();
  const { and } = useFormats();
  const options = useAdultOptions(props);
  if (leaving.length === 0) return null;
  return (
    <>
      {options.length === 0 && (
        <Notice
          kind="danger"
          title={t("safeguarding.out.stop", { names: and(leaving.map(([child]) => words.name(child))) })}
        >
          {t("safeguarding.out.goneText")}
        </Notice>
      )}
      <ChoiceChips
        id="out-adult"
        label={t("safeguarding.out.with")}
        error={hasTried && chosen === undefined ? t("safeguarding.out.choose") : undefined}
        options={[...options, { value: gone, label: t("safeguarding.out.gone") }]}
        value={chosen}
        onChange={onChoose}
      />
      {chosen === gone && (
        <TextArea
          id="out-gone"
          label={t("safeguarding.out.words")}
          error={hasTried && !hasWords(hasLeft) ? errorText({ type: "WordsMissing" }) : undefined}
          rows={2}
          maxLength={200}
          value={hasLeft}
          onChange={onHasLeft}
        />
      )}
    </>
  );
};

/** Those with whom each of the children may leave. */
const useAdultOptions = ({ leaving, adults }: Pick<DepartureFieldsProps, "leaving" | "adults">) => {
  const t = useT();
  const words = usePersonLabels();
  const own = leaving.every(([, guard]) => !guard.needsConfirmedAdult) ? adults : [];
  return [
    ...own.map((adult) => ({
      value: adult._id as string,
      label: words.name(adult),
      hint: t("safeguarding.out.ofGroup"),
    })),
    ...confirmedForAll(leaving).map(({ key, adultName = "" }) => ({
      value: key,
      label: adultName,
      hint: t("safeguarding.out.confirmed"),
    })),
  ];
};

/** What was chosen, for one of the children. */
export const departureOf = (
  chosen: string | undefined,
  { confirmed }: Guard,
  adults: readonly Person[],
  nameOf: (adult: Person) => string,
  hasLeft: string,
): Departure => {
  if (chosen === gone) return { hasLeft };
  const own = adults.find(({ _id }) => _id === chosen);
  if (own) return { adultId: own._id, adultName: nameOf(own) };
  const confirmation = confirmed.find((one) => keyOfAdult(one) === chosen);
  return { released: confirmation?._id, adultName: confirmation?.adultName };
};

const confirmedForAll = (leaving: DepartureFieldsProps["leaving"]) => {
  const [first, ...rest] = leaving.map(([, { confirmed }]) => confirmed);
  const byKey = new Map((first ?? []).map((one) => [keyOfAdult(one), one] as const));
  return [...byKey]
    .filter(([key]) => rest.every((confirmed) => confirmed.some((one) => keyOfAdult(one) === key)))
    .map(([key, { adultName }]) => ({ key, adultName }));
};

/** One adult may be confirmed for each of several children. */
const keyOfAdult = ({ adultId, adultName }: Guard["confirmed"][number]): string =>
  `confirmed ${adultId ?? adultName?.toLowerCase()}`;
