import { isChild } from "../../../domain/intake/is-child.ts";
import type { Bed } from "../../../domain/model/kinds/bed.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, nameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { useToday } from "../../../live/use-today.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { bedForAddress } from "../addresses.ts";
import { useWaiting } from "../waiting/use-waiting.ts";
import { keyOfGroup, waitingGroups } from "../waiting/waiting-groups.ts";

type GiveThisBedSheetProps = {
  readonly site: string;
  readonly view: RosterView;
  /** Which; closed without. */
  readonly bed: Bed | undefined;
  readonly onClose: () => void;
};

/** To whom of those who wait a free bed is given: leads to the family's beds, with this one for the first of them. Nothing is saved yet. */
export const GiveThisBedSheet = ({ site, view, bed, onClose }: GiveThisBedSheetProps) => {
  const t = useT();
  const waiting = waitingGroups(useWaiting(site, view));
  return (
    <Sheet open={bed !== undefined} title={bed ? t("roster.beds.giveTo", { code: bed.code }) : ""} onClose={onClose}>
      {waiting.length === 0 && <p>{t("roster.waiting.none")}</p>}
      {bed && waiting.length > 0 && (
        <List label={t("roster.beds.giveTo", { code: bed.code })}>
          {waiting.map((members) => (
            <WaitingRow key={keyOfGroup(members)} members={members} bed={bed} />
          ))}
        </List>
      )}
    </Sheet>
  );
};

const WaitingRow = ({ members, bed }: { readonly members: readonly Person[]; readonly bed: Bed }) => {
  const words = usePersonLabels();
  const today = useToday();
  const [first] = members;
  if (!first) return null;
  const children = members.filter((person) => isChild(person, today)).length;
  return (
    <ListRow
      brief
      test="waiting"
      href={bedForAddress(first._id, bed._id)}
      title={words.name(first)}
      lang={languageOfName(nameOf(first))}
      detail={members.length > 1 ? words.howMany(members.length, children) : words.who(first)}
    />
  );
};
