import { useMemo, useState } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Presence } from "../../../domain/model/kinds/presence.ts";
import { ok } from "../../../domain/model/result.ts";
import { childrenLeftAlone } from "../../../domain/roster/children-alone.ts";
import { type ChildrenStay, isLeaving, type LeavingEvent, noChildrenStay } from "../../../domain/roster/leaving.ts";
import { nextEvents } from "../../../domain/roster/next-events.ts";
import { stayEvent } from "../../../domain/roster/stay-commands.ts";
import { ChildrenStaySheet } from "../../../forms/children-stay-sheet.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { useActing } from "../../../live/acts/use-acts.ts";
import { houseOf } from "../../../live/roster/house.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { guardsOf } from "../../../live/safeguarding/guards.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import type { IconName } from "../../../ui/display/icon-shapes.ts";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { bedForAddress, otherBedAddress } from "../addresses.ts";
import { CheckOutSheet } from "./check-out-sheet.tsx";
import { LeaveSheet } from "./leave-sheet.tsx";
import { useLeaving } from "./use-leaving.ts";
import { useSaidOf } from "./use-said-of.ts";

type ResidentActionsProps = {
  readonly site: string;
  readonly view: RosterView;
  readonly person: Person;
  readonly group: readonly Person[];
};

/** What can be noted about somebody now: leave, hospital, back, another bed, check-out. */
export const ResidentActions = ({ site, view, person, group }: ResidentActionsProps) => {
  const t = useT();
  const doing = useAttribution();
  const { act, refusal } = useCommand<never>(siteDatabase(site));
  const begin = useActing();
  const saidOf = useSaidOf();
  const [leaves, setLeaves] = useState(false);
  const [goesOut, setGoesOut] = useState(false);
  const [asked, setAsked] = useState<NotedLeaving>();
  const going = useMemo(() => [person._id], [person._id]);
  const house = useLive(houseOf, site, useToday(), going);
  const leaving = useLeaving(site, view, house);
  const resident = view.residents.get(person._id);
  const alone = childrenLeftAlone(house, going);

  const guard = useLive(guardsOf, site, going, house.today).get(person._id);

  const noteLeaving = async (event: NotedLeaving, childrenStay: ChildrenStay) => {
    if (await leaving.leave([person], event, {}, childrenStay)) setAsked(undefined);
  };
  const note = async (event: NotedEvent) => {
    if (!resident) return;
    if (event === "leave_start" && guard?.needsConfirmedAdult) return setGoesOut(true);
    if (isLeaving(event)) return alone.length > 0 ? setAsked(event) : noteLeaving(event, noChildrenStay);
    const running = begin();
    const document = stayEvent(resident.stay, resident.events, event, doing());
    if (await act(ok([document]), running)) running.done(saidOf(event, [person]));
  };
  return (
    <>
      <Refusal error={refusal ?? (asked ? undefined : leaving.refusal)} />
      <Stack space="tight">
        {!resident && (
          <LinkButton href={bedForAddress(person._id)} look="primary" icon="bed">
            {t("roster.act.giveBed")}
          </LinkButton>
        )}
        {resident &&
          nextEvents(resident.state)
            .filter(isNoted)
            .map((event) => (
              <Button key={event} icon={icons[event]} onPress={() => void note(event)}>
                {t(`roster.act.${event}`)}
              </Button>
            ))}
        {resident && (
          <>
            <LinkButton href={otherBedAddress(person._id)} icon="bed">
              {t("roster.act.move")}
            </LinkButton>
            <Button icon="leave" onPress={() => setLeaves(true)}>
              {t("roster.act.checkOut")}
            </Button>
          </>
        )}
      </Stack>
      {leaves && (
        <CheckOutSheet site={site} view={view} person={person} group={group} onClose={() => setLeaves(false)} />
      )}
      {goesOut && guard && (
        <LeaveSheet
          site={site}
          view={view}
          child={person}
          group={group}
          guard={guard}
          house={house}
          onClose={() => setGoesOut(false)}
        />
      )}
      {asked && (
        <ChildrenStaySheet
          act={t(`roster.act.${asked}`)}
          alone={alone}
          refusal={leaving.refusal}
          onConfirm={(answer) => void noteLeaving(asked, answer)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
};

type NotedEvent = keyof typeof icons;
type NotedLeaving = NotedEvent & LeavingEvent;

const isNoted = (event: Presence["event"]): event is NotedEvent => Object.hasOwn(icons, event);

const icons = {
  check_in: "enter",
  no_show: "close",
  leave_start: "leave",
  leave_end: "enter",
  hospital_start: "plus",
  hospital_end: "enter",
  absent: "warning",
  returned: "enter",
} as const satisfies Partial<Record<Presence["event"], IconName>>;
