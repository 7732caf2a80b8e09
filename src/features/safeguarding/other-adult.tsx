import { useMemo, useState } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { mayConfirm } from "../../domain/safeguarding/confirmation.ts";
import { useT } from "../../i18n/use-t.ts";
import { guardsOf, safeguardingOf } from "../../live/safeguarding/guards.ts";
import { useAttribution } from "../../live/use-change.ts";
import { useLive } from "../../live/use-live.ts";
import { useRights } from "../../live/use-rights.ts";
import { useToday } from "../../live/use-today.ts";
import { Button } from "../../ui/actions/button.tsx";
import { AdultSheet } from "./adult-sheet.tsx";
import { ProtectionLog } from "./protection-log.tsx";

/** For a lead: another adult than its own whom a child of a family may leave with. */
export const OtherAdult = ({ child }: { readonly child: Person }) => {
  const t = useT();
  const { by } = useAttribution()();
  const { mayBegin } = useRights();
  const [isOpen, setOpen] = useState(false);
  const ids = useMemo(() => [child._id], [child._id]);
  const guard = useLive(guardsOf, child.site, ids, useToday()).get(child._id);
  const events = useLive(safeguardingOf, child.site, child._id);
  const leadsHere = mayBegin({ database: siteDatabase(child.site), site: child.site }, "trip");
  return (
    <>
      {events.length > 0 && <ProtectionLog child={child} events={events} />}
      {guard && leadsHere && mayConfirm(child, by) && (
        <Button icon="edit" wide onPress={() => setOpen(true)}>
          {t("safeguarding.adult.open")}
        </Button>
      )}
      {isOpen && <AdultSheet child={child} onClose={() => setOpen(false)} />}
    </>
  );
};
