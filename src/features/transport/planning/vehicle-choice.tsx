import { vehicleWarnings } from "../../../domain/transport/road-warnings.ts";
import { plannedDay } from "../../../domain/transport/trip-plan.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../../../ui/fields/choice/select-field.tsx";
import { useTripLabels } from "../use-trip-labels.ts";
import type { Planning } from "./use-plan.ts";

/** The vehicles of the directory; the number of seats follows the choice. What speaks against one is said at once. */
export const VehicleChoice = ({ planning }: { readonly planning: Planning }) => {
  const t = useT();
  const words = useTripLabels();
  const today = useToday();
  const { typed, change, directory } = planning;
  const { vehicles } = directory;
  if (vehicles.length === 0) return <Notice>{t("transport.plan.noVehicles")}</Notice>;
  const day = plannedDay(typed) ?? today;
  const chosen = vehicles.find(({ _id }) => _id === typed.vehicleId);
  const warnings = chosen ? vehicleWarnings(chosen, day).map((warning) => words.warning(chosen.plate, warning)) : [];
  const options = vehicles.map((vehicle) => ({
    value: vehicle._id,
    label: words.vehicle(vehicle),
    hint: t("transport.plan.vehicleSeats", { count: vehicle.seats }),
  }));
  const choose = (vehicleId: (typeof options)[number]["value"] | undefined) =>
    change({ vehicleId, seats: vehicles.find(({ _id }) => _id === vehicleId)?.seats });
  const field = { id: "plan-vehicle", label: t("transport.plan.vehicle"), options, value: typed.vehicleId };
  return (
    <>
      {options.length > 8 ? <SelectField {...field} onChange={choose} /> : <ChoiceChips {...field} onChange={choose} />}
      {warnings.length > 0 && <Notice kind="warning">{warnings.join(" ")}</Notice>}
    </>
  );
};
