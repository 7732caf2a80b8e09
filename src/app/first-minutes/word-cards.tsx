import "./word-cards.css";
import { useT } from "../../i18n/use-t.ts";

/** What is copied by hand, without a mistake: the name that other phones ask for, and the words of the passphrase, numbered. */
export const WordCards = ({ name, words }: { readonly name: string; readonly words: readonly string[] }) => {
  const t = useT();
  return (
    <>
      <p className="f-words__word f-words__name">
        <span>{t("app.signIn.name")}</span>
        <span translate="no">{name}</span>
      </p>
      <ol className="f-words" aria-label={t("welcome.words")} translate="no">
        {words.map((word, place) => (
          <li key={words.slice(0, place + 1).join(" ")} className="f-words__word">
            {word}
          </li>
        ))}
      </ol>
    </>
  );
};
