import "./word-cards.css";
import { useT } from "../../i18n/use-t.ts";

/** The words of a passphrase, numbered, each large enough to be copied by hand without a mistake. */
export const WordCards = ({ words }: { readonly words: readonly string[] }) => {
  const t = useT();
  return (
    <ol className="f-words" aria-label={t("welcome.words")} translate="no">
      {words.map((word, place) => (
        <li key={words.slice(0, place + 1).join(" ")} className="f-words__word">
          {word}
        </li>
      ))}
    </ol>
  );
};
