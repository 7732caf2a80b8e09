import { useState } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Bed } from "../../../domain/model/kinds/bed.ts";
import { proposeBeds } from "../../../domain/roster/bed-proposal.ts";
import { moveTo } from "../../../domain/roster/stay-commands.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useActing } from "../../../live/acts/use-acts.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { type RosterView, rosterOf } from "../../../live/roster/roster-view.ts";
import { notSaved } from "../../../live/use-command.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { otherBedAddress } from "../addresses.ts";
import { checkedInAt } from "../residents/checked-in-at.ts";
import { useSaidOf } from "../residents/use-said-of.ts";
import { bedById } from "./bed-by-id.ts";
import { roomChoices, sleeperOf } from "./room-choices.ts";

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
  const begin = useActing();
  const saidOf = useSaidOf();
  const [refusal, setRefusal] = useState<typeof notSaved.error>();
  const [first, ...later] = residents;
  const told = residents.map((resident) => {
    const at = checkedInAt(resident);
    return at ? `${words.name(resident.person)} (${dayAndTime(at)})` : words.name(resident.person);
  });
  const move = async ({ stay, person }: Resident, free: Bed) => {
    const running = begin();
    const moved = await running.change(siteDatabase(site), stay._id, moveTo(free)).catch(() => notSaved);
    if (moved.ok) running.done(saidOf("move", [person]));
    setRefusal(moved.ok ? undefined : notSaved.error);
  };
  return (
    <Notice
      kind="warning"
      title={t("roster.double.title", { bed })}
      action={
        <Stack space="tight">
          {[...later, ...(first ? [first] : [])].map((resident) => (
            <WayOut
              key={resident.person._id}
              view={view}
              resident={resident}
              onMove={(free) => void move(resident, free)}
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

type WayOutProps = { readonly view: RosterView; readonly resident: Resident; readonly onMove: (bed: Bed) => void };

/** One tap gives the bed that fits best; any other one is chosen on the page for it. */
const WayOut = ({ view, resident: { person }, onMove }: WayOutProps) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const name = words.name(person);
  const [placement] = proposeBeds([sleeperOf(person, today)], roomChoices(view, [person], today)).placements;
  return (
    <>
      {placement && (
        <Button icon="bed" look="primary" onPress={() => onMove(placement.bed)}>
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
