import { paperDays } from "../domain/retention/retention-days.ts";
import { useFormats } from "../i18n/use-formats.ts";
import { useT } from "../i18n/use-t.ts";
import { useLiveContext } from "../live/live-context.tsx";

/** What stands at the foot of each page with names on it: the place, as of when, who printed it, and when it is to be destroyed. */
export const usePrintFoot = () => {
  const t = useT();
  const { author } = useLiveContext();
  const { dayAndTime, day } = useFormats();
  return (place: string): string => {
    const { by, at } = author();
    const destroy = new Date(Date.parse(at) + paperDays * 86_400_000).toISOString().slice(0, 10);
    return t("ui.print.foot", { place, at: dayAndTime(at), by, destroy: day(destroy) });
  };
};
