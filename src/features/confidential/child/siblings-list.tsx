import { useState } from "react";
import { removeSibling } from "../../../domain/child-form/siblings.ts";
import type { Child, Sibling } from "../../../domain/model/kinds/child.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useChange } from "../../../live/use-change.ts";
import { Facts } from "../../../ui/display/facts.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";

/** Brothers and sisters who are noted. One who was noted by mistake is taken out. */
export const SiblingsList = ({ database, form }: { readonly database: string; readonly form: Child }) => {
  const t = useT();
  const change = useChange(database, "child");
  const [isRefused, setRefused] = useState(false);
  const { siblings = [] } = form;
  const remove = async (one: Sibling) => {
    const saved = await change(form._id, (current) => removeSibling(current, one)).catch(() => undefined);
    setRefused(!saved?.ok);
  };
  const said = ({ age, place, together }: Sibling) =>
    [age, place, together && t(`child.together.${together}`)].filter(Boolean).join(" · ");
  if (siblings.length === 0) return null;
  return (
    <>
      {isRefused && <Refusal error={{ type: "NotSaved" }} />}
      <Facts
        facts={siblings.map((one) => ({
          label: one.name ?? t("child.nameless"),
          value: said(one),
          change: { word: t("child.takeOut"), onPress: () => void remove(one) },
        }))}
      />
    </>
  );
};
