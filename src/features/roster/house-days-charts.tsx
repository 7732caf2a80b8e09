import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { houseDaysOf } from "../../live/roster/house-days.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { SmallChart } from "../../ui/pictures/small-chart.tsx";

/** For the end of a shift: how many came on each of the last days, and how many were in the house. */
export const HouseDaysCharts = ({ site }: { readonly site: string }) => {
  const t = useT();
  const { day: dayWords, number } = useFormats();
  const days = useLive(houseDaysOf, site, useToday());
  const chartOf = (what: "arrived" | "inside") => (
    <SmallChart
      title={t(`roster.days.${what}`)}
      columns={[t("roster.days.day"), t("roster.days.people")]}
      points={days.map((day) => ({
        key: day.day,
        short: String(Number(day.day.slice(8))),
        label: dayWords(day.day),
        value: day[what],
        text: number(day[what]),
      }))}
    />
  );
  return (
    <>
      {chartOf("arrived")}
      {chartOf("inside")}
    </>
  );
};
