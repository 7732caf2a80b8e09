import type { Driver } from "../../../domain/model/kinds/driver.ts";
import { nameOf } from "../../../domain/names/person-name.ts";
import { driverWarnings } from "../../../domain/transport/road-warnings.ts";
import { plannedDay } from "../../../domain/transport/trip-plan.ts";
import { namesInOrder } from "../../../i18n/collators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import { useTripLabels } from "../use-trip-labels.ts";
import type { Planning } from "./use-plan.ts";

/** The drivers of the directory, those with nothing against them first. */
export const DriverChoice = ({ planning: { typed, change, directory } }: { readonly planning: Planning }) => {
  const t = useT();
  const words = useTripLabels();
  const { language } = useLanguage();
  const today = useToday();
  const day = plannedDay(typed) ?? today;
  const name = (driver: Driver) => nameOf(driver) ?? t("person.unnamed");
  const against = (driver: Driver) =>
    driverWarnings(driver, day).map((warning) => words.warning(name(driver), warning));
  const byName = namesInOrder(language);
  const drivers = [...directory.drivers].sort(
    (a, b) => Number(against(a).length > 0) - Number(against(b).length > 0) || byName(name(a), name(b)),
  );
  if (drivers.length === 0) return <Notice>{t("transport.plan.noDrivers")}</Notice>;
  const chosen = drivers.filter(({ _id }) => typed.driverIds.includes(_id));
  const warnings = chosen.flatMap(against);
  const options = drivers.map((driver) => ({
    value: driver._id,
    label: name(driver),
    hint: [driver.company, !driver.account && t("transport.plan.noAccount"), ...against(driver)]
      .filter(Boolean)
      .join(" · "),
    ...(against(driver).length > 0 && { icon: "warning" as const }),
  }));
  return (
    <>
      <CheckChips
        id="plan-drivers"
        label={t("transport.plan.drivers")}
        options={options}
        values={typed.driverIds}
        onChange={(driverIds) => change({ driverIds })}
      />
      {warnings.length > 0 && <Notice kind="warning">{warnings.join(" ")}</Notice>}
    </>
  );
};
