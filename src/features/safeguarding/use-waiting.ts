import type { Person } from "../../domain/model/kinds/person.ts";
import type { Safeguarding } from "../../domain/model/kinds/safeguarding.ts";
import { waitOf } from "../../domain/safeguarding/wait-of.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useNow } from "../../live/use-now.ts";

/** How long nobody was told of a child, and what is to be done about that; nothing once somebody was. Follows the clock. */
export const useWaiting = (): ((child: Person, events: readonly Safeguarding[]) => string | undefined) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const now = useNow();
  return (child, events) => {
    const wait = waitOf(child, events, now);
    if (!wait) return undefined;
    const { level, minutes, since } = wait;
    return t(`safeguarding.waits.${level}`, { minutes, when: dayAndTime(since) });
  };
};
