import { oneScriptForm } from "../../domain/names/mixed-script.ts";
import { inBothScripts } from "../../domain/names/two-scripts.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { goToField } from "../../ui/fields/go-to-field.ts";
import type { Box, OnLatin } from "./typed-note.tsx";

type NameOfferProps = Box & { readonly onLatin?: OnLatin };

/** Offers a name in one alphabet where a word is written in two, or its two forms each in a box of its own. Nothing is changed before a tap. */
export const NameOffer = ({ id, text, onChange, onLatin }: NameOfferProps) => {
  const t = useT();
  const take = (name: string) => {
    onChange(name);
    goToField(id);
  };
  const oneScript = oneScriptForm(text);
  if (oneScript)
    return (
      <div className="p-said" role="status">
        {t("correction.typed.mixed")} <Button onPress={() => take(oneScript)}>{oneScript}</Button>
      </div>
    );
  const both = onLatin && inBothScripts(text);
  if (!both) return null;
  const part = () => {
    onLatin(both.latin);
    take(both.name);
  };
  return (
    <div className="p-said" role="status">
      {t("correction.typed.twoScripts")}{" "}
      <Button onPress={part}>{t("correction.typed.toLatin", { name: both.latin })}</Button>
    </div>
  );
};
