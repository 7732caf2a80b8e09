import { latinOf } from "../../../../domain/intake/latin-of.ts";
import { type TextEntry, textEntries } from "../../../../ui/fields/text/text-entry.ts";
import { Both, useVoices } from "../voices.tsx";

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly entry: TextEntry;
  readonly advice?: "age" | undefined;
};

/** A box with large letters; the question is its label. */
export const TextAnswer = ({ value, onChange, entry, advice }: Props) => {
  const { theirs } = useVoices();
  return (
    <>
      {advice && (
        <p className="i-ask__hint" id="answer-hint">
          <Both say={({ t }) => t(`interview.hint.${advice}`)} />
        </p>
      )}
      <input
        {...textEntries[entry]}
        id="answer"
        className="i-ask__box"
        lang={theirs.language}
        enterKeyHint="next"
        aria-labelledby="question"
        aria-describedby={advice ? "answer-hint problem" : "problem"}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
};

type NameProps = Pick<Props, "value" | "onChange"> & {
  readonly of: "familyName" | "givenName";
  /** The language that the group speaks: a Russian spelling has no official Latin form. */
  readonly language: string | undefined;
};

/** A name in either alphabet; in Cyrillic letters it is shown in Latin ones too, for whoever does not read them. */
export const NameAnswer = ({ of, language, value, onChange }: NameProps) => {
  const { familyNameLat, givenNameLat } = latinIn(of, value, language);
  const latin = of === "familyName" ? familyNameLat : givenNameLat;
  return (
    <>
      <TextAnswer entry="name" value={value} onChange={onChange} />
      <p className="i-ask__hint" aria-live="polite">
        {latin && <Both say={({ t }) => t("interview.latin", { name: latin })} />}
      </p>
    </>
  );
};

type LatinNames = { readonly familyNameLat?: string; readonly givenNameLat?: string };

const latinIn = (of: NameProps["of"], name: string, language: string | undefined): LatinNames =>
  of === "familyName" ? latinOf(name, "", language) : latinOf("", name, language);
