import { type Language, languages } from "../../../i18n/languages.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Icon } from "../../../ui/display/icon.tsx";

const offered = Object.keys(languages) as readonly Language[];

type Props = { readonly chosen: Language | undefined; readonly onChoose: (language: Language) => void };

/** The person points at their language, each under its own name. */
export const ChooseLanguage = ({ chosen, onChoose }: Props) => {
  const t = useT();
  return (
    <div className="i-ask">
      <h2 className="i-ask__lead">{t("interview.whichLanguage")}</h2>
      <div className="i-ask__answers">
        {offered.map((language) => (
          <button
            key={language}
            type="button"
            className="i-ask__answer"
            data-answer={language}
            aria-pressed={chosen === language}
            onClick={() => onChoose(language)}
          >
            <span className="i-ask__tick">{chosen === language && <Icon name="check" />}</span>
            <span className="i-both">
              <span className="i-both__theirs" lang={language}>
                {languages[language]}
              </span>
            </span>
          </button>
        ))}
      </div>
    </div>
  );
};
