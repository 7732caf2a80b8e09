import { useState } from "react";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { answerOf, type RollCallView } from "../../../live/roster/roll-call-view.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { RollCallRoomList } from "./roll-call-room-list.tsx";
import { roomsToCheck } from "./rooms-to-check.ts";

type RollCallListProps = {
  readonly site: string;
  readonly view: RosterView;
  readonly rollCall: RollCallView;
  readonly people: readonly Resident[];
  readonly onPress: (resident: Resident) => void;
  readonly onFamily: (family: readonly Resident[]) => void;
};

/**
 * Who is still to be looked for stands on top. A row that was ticked stays where it is until somebody puts the ticked ones
 * below: a list that moves under a gloved finger ticks the wrong person.
 */
export const RollCallList = (props: RollCallListProps) => {
  const { view, rollCall, people } = props;
  const t = useT();
  const { number } = useFormats();
  const isUnchecked = ({ person }: Resident) => answerOf(rollCall, person._id) === "not_checked";
  const [onTop, setOnTop] = useState<ReadonlySet<string>>(() => idsOf(people.filter(isUnchecked)));
  const [showsChecked, setShowsChecked] = useState(false);

  const top = people.filter((resident) => onTop.has(resident.person._id) || isUnchecked(resident));
  const below = people.filter((resident) => !top.includes(resident));
  const left = people.filter(isUnchecked);
  const putAway = () => setOnTop(idsOf(left));
  return (
    <>
      <Section title={t("roster.call.notChecked", { number: number(left.length) })}>
        {left.length === 0 && <Notice kind="success">{t("roster.call.allChecked")}</Notice>}
        {top.length > 0 && <p>{t("roster.call.tapHint")}</p>}
        {roomsToCheck(view, top).map((room) => (
          <RollCallRoomList key={room.key} {...props} room={room} />
        ))}
        {top.length > left.length && (
          <Button icon="down" onPress={putAway}>
            {t("roster.call.putAway")}
          </Button>
        )}
      </Section>
      {below.length > 0 && (
        <Section title={t("roster.call.checked", { number: number(below.length) })}>
          {showsChecked ? (
            roomsToCheck(view, below).map((room) => <RollCallRoomList key={room.key} {...props} room={room} />)
          ) : (
            <Button icon="down" onPress={() => setShowsChecked(true)}>
              {t("roster.call.showChecked")}
            </Button>
          )}
        </Section>
      )}
    </>
  );
};

const idsOf = (people: readonly Resident[]): ReadonlySet<string> => new Set(people.map(({ person }) => person._id));
