import type { Person } from "../../../domain/model/kinds/person.ts";
import { childrenAmongStrangers } from "../../../domain/roster/among-strangers.ts";
import { proposeBeds } from "../../../domain/roster/bed-proposal.ts";
import type { Placement } from "../../../domain/roster/placement.ts";
import { sleeperOf } from "../../../domain/roster/sleeper-of.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { knownToChildren } from "../../../live/roster/known-to-children.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { type RosterView, rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { otherBedAddress } from "../addresses.ts";
import { checkedInAt } from "../residents/checked-in-at.ts";
import { bedById } from "./bed-by-id.ts";
import { roomChoices } from "./room-choices.ts";
import { useGiveBeds } from "./use-give-beds.ts";

/** One bed given twice by phones that could not see each other: told in plain words, settled with a tap. */
export const DoubleBookings = ({ site }: { readonly site: string }) => {
  const view = useLive(rosterOf, site);
  if (view.doubles.length === 0) return null;
  return (
    <Stack>
      {view.doubles.map((stays) => (
        <DoubleBooking
          key={stays[0]?.bedId}
          site={site}
          view={view}
          bed={bedById(view, stays[0]?.bedId)?.code ?? "?"}
          residents={stays.flatMap(({ personId }) => view.residents.get(personId) ?? []).sort(earlierFirst)}
        />
      ))}
    </Stack>
  );
};

type DoubleBookingProps = {
  readonly site: string;
  readonly view: RosterView;
  readonly bed: string;
  readonly residents: readonly Resident[];
};

const DoubleBooking = ({ site, view, bed, residents }: DoubleBookingProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { and, dayAndTime } = useFormats();
  const { give, refusal } = useGiveBeds(site, view);
  const [first, ...later] = residents;
  const told = residents.map((resident) => {
    const at = checkedInAt(resident);
    return at ? `${words.name(resident.person)} (${dayAndTime(at)})` : words.name(resident.person);
  });
  return (
    <Notice
      kind="warning"
      title={t("roster.double.title", { bed })}
      action={
        <Stack space="tight">
          {[...later, ...(first ? [first] : [])].map((resident) => (
            <WayOut
              key={resident.person._id}
              site={site}
              view={view}
              person={resident.person}
              onMove={(placement) => void give([placement], [resident.person], "")}
            />
          ))}
        </Stack>
      }
    >
      <Stack space="tight">
        <p>{t("roster.double.text", { names: and(told) })}</p>
        {first && <p>{t("roster.double.first", { name: words.name(first.person) })}</p>}
        <Refusal error={refusal} />
      </Stack>
    </Notice>
  );
};

type WayOutProps = {
  readonly site: string;
  readonly view: RosterView;
  readonly person: Person;
  readonly onMove: (placement: Placement) => void;
};

/** One tap gives the bed that fits best; any other one is chosen on the page for it, where it is asked who watches over a child among strangers. */
const WayOut = ({ site, view, person, onMove }: WayOutProps) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const known = useLive(knownToChildren, site, today);
  const name = words.name(person);
  const rooms = roomChoices(view, [person], today, known);
  const { placements } = proposeBeds([sleeperOf(person, today, known.get(person._id))], rooms);
  const [placement] = childrenAmongStrangers(placements).length > 0 ? [] : placements;
  return (
    <>
      {placement && (
        <Button icon="bed" look="primary" onPress={() => onMove(placement)}>
          {t("roster.double.moveTo", { name, bed: placement.bed.code, room: placement.choice.room.code })}
        </Button>
      )}
      <LinkButton href={otherBedAddress(person._id)} icon="list">
        {t("roster.double.move", { name })}
      </LinkButton>
    </>
  );
};

const earlierFirst = (a: Resident, b: Resident): number => ((checkedInAt(a) ?? "") < (checkedInAt(b) ?? "") ? -1 : 1);
