import { notedBy } from "../../domain/attention/noted-by.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Safeguarding } from "../../domain/model/kinds/safeguarding.ts";
import { holds } from "../../domain/safeguarding/confirmation.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";

/** What was done for a child, the latest first. */
export const ProtectionLog = ({
  child,
  events,
}: {
  readonly child: Person;
  readonly events: readonly Safeguarding[];
}) => {
  const t = useT();
  const words = useEventWords();
  const { dayAndTime } = useFormats();
  const valid = events
    .filter((one) => !one.voided && (!confirming.has(one.event) || holds(child, one)))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <ul>
      {valid.map((event) => (
        <li key={event._id}>
          {words(event)}
          {event.event !== "adult_confirmed" && event.note && `: ${event.note}`} ·{" "}
          {saysWho.has(event.event)
            ? dayAndTime(event.at)
            : t("safeguarding.log.by", { who: notedBy(event), when: dayAndTime(event.at) })}
        </li>
      ))}
    </ul>
  );
};

const confirming: ReadonlySet<string> = new Set<Safeguarding["event"]>(["adult_confirmed", "of_age"]);
const saysWho: ReadonlySet<string> = new Set<Safeguarding["event"]>(["stays_with", "incident_taken"]);

const useEventWords = (): ((event: Safeguarding) => string) => {
  const t = useT();
  const label = useCodeLabel();
  return (event) => {
    const who = notedBy(event);
    switch (event.event) {
      case "told":
        return t("safeguarding.log.told", { office: event.office ? label("safeguardingOffice", event.office) : "" });
      case "adult_confirmed":
        return t("safeguarding.log.adult_confirmed", {
          adult: event.adultName ?? "",
          basis: event.basis ? label("childTravelBasis", event.basis) : "",
          papers: [event.papers && label("relationEvidence", event.papers), event.note].filter(Boolean).join(", "),
        });
      default:
        return t(`safeguarding.log.${event.event}`, { who });
    }
  };
};
