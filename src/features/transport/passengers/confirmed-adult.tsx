import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { NotConfirmed } from "./not-confirmed.tsx";
import type { AddingGroup, Traveller } from "./use-add-group.ts";

type ConfirmedAdultProps = { readonly traveller: Traveller; readonly adding: AddingGroup };

/** With which of the adults who were confirmed for it a child travels; by what right is taken from there. A stop where nobody was. */
export const ConfirmedAdult = ({ traveller: { person, guard, released }, adding }: ConfirmedAdultProps) => {
  const t = useT();
  const label = useCodeLabel();
  const words = usePersonLabels();
  const confirmed = guard?.confirmed ?? [];
  if (confirmed.length === 0) return <NotConfirmed child={person} />;
  return (
    <ChoiceChips
      id={`adult-${person._id}`}
      label={t("transport.add.adult", { name: words.name(person) })}
      error={adding.hasTried && released === undefined ? t("transport.add.chooseAdult") : undefined}
      options={confirmed.map(({ _id, adultId, adultName, basis }) => {
        const registered = adding.members.find((member) => member._id === adultId);
        return {
          value: _id,
          label: adultName ?? (registered ? words.name(registered) : ""),
          hint: label("childTravelBasis", basis),
        };
      })}
      value={released}
      onChange={(chosen) => adding.answer(person._id, { released: chosen })}
    />
  );
};
