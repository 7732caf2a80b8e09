import { codes } from "../../../domain/model/codes.ts";
import { needsConfirmation } from "../../../domain/transport/child-stop.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import { SelectField } from "../../../ui/fields/choice/select-field.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { ConfirmedAdult } from "./confirmed-adult.tsx";
import type { AddingGroup, Traveller } from "./use-add-group.ts";

type TravellerFieldsProps = { readonly traveller: Traveller; readonly adding: AddingGroup };

/** Asked of every child: on whose right it travels, or with which adult who was confirmed for it. Needs only where something suggests them. */
export const TravellerFields = ({ traveller, adding }: TravellerFieldsProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const words = usePersonLabels();
  const { person, isChild, guard, basis, needs } = traveller;
  const name = words.name(person);
  const asksNeeds = needs.length > 0 || (person.placeMarks ?? []).length > 0;
  if (!isChild && !asksNeeds) return null;
  return (
    <Stack>
      {isChild && !guard?.needsConfirmedAdult && (
        <SelectField
          id={`basis-${person._id}`}
          label={t("transport.add.basis", { name })}
          error={adding.hasTried && basis === undefined ? errorText({ type: "ChildBasisNotAsked" }) : undefined}
          options={codes.childTravelBasis.map((value) => ({ value, label: label("childTravelBasis", value) }))}
          value={basis}
          onChange={(chosen) => adding.answer(person._id, { basis: chosen })}
        />
      )}
      {isChild && needsConfirmation(guard, basis) && <ConfirmedAdult traveller={traveller} adding={adding} />}
      {basis === "none" && (
        <Notice kind="danger" title={t("transport.add.noSeat")}>
          {t("transport.add.noSeatText")}
        </Notice>
      )}
      {asksNeeds && (
        <CheckChips
          id={`needs-${person._id}`}
          label={t("transport.add.needs", { name })}
          options={codes.tripNeed.map((value) => ({ value, label: label("tripNeed", value) }))}
          values={needs}
          onChange={(chosen) => adding.answer(person._id, { needs: chosen })}
        />
      )}
    </Stack>
  );
};
