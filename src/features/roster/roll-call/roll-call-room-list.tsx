import { siteDatabase } from "../../../domain/model/databases.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../domain/names/person-name.ts";
import { isFound } from "../../../domain/roster/roll-calls.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { answerOf, type RollCallView } from "../../../live/roster/roll-call-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { AnswerBadge } from "./answer-badge.tsx";
import type { RollCallRoom } from "./rooms-to-check.ts";

type RollCallRoomListProps = {
  readonly site: string;
  readonly room: RollCallRoom;
  readonly rollCall: RollCallView;
  readonly onPress: (resident: Resident) => void;
  readonly onFamily: (family: readonly Resident[]) => void;
};

/** One room: a row for each person, one button for a whole family. */
export const RollCallRoomList = ({ site, room, rollCall, onPress, onFamily }: RollCallRoomListProps) => {
  const t = useT();
  const name = room.code === undefined ? t("roster.call.noRoom") : t("roster.room.name", { code: room.code });
  return (
    <Stack space="tight">
      <h3>{name}</h3>
      {room.families.map((family) => (
        <Stack key={family[0]?.person._id} space="tight">
          {family.length > 1 && family.some((resident) => isUnchecked(rollCall, resident)) && (
            <Button icon="people" onPress={() => onFamily(family)}>
              {t("roster.call.family", { count: family.length })}
            </Button>
          )}
          <List label={name}>
            {family.map((resident) => (
              <RollCallRow
                key={resident.person._id}
                site={site}
                rollCall={rollCall}
                resident={resident}
                onPress={() => onPress(resident)}
              />
            ))}
          </List>
        </Stack>
      ))}
    </Stack>
  );
};

type RollCallRowProps = {
  readonly site: string;
  readonly rollCall: RollCallView;
  readonly resident: Resident;
  readonly onPress: () => void;
};

const RollCallRow = ({ site, rollCall, resident, onPress }: RollCallRowProps) => {
  const words = usePersonLabels();
  const { person } = resident;
  const answer = answerOf(rollCall, person._id);
  const latin = latinNameOf(person);
  const given = rollCall.answersFor(person._id).find(({ event, voided }) => event === answer && !voided);
  return (
    <ListRow
      title={words.name(person)}
      lang={languageOfName(nameOf(person))}
      brief
      test="roll-call-person"
      detail={[latin, words.who(person)].filter(Boolean).join(" · ")}
      badges={
        given && (
          <>
            {answer === "seen" && <AnswerBadge answer={answer} />}
            <DeliveryMark database={siteDatabase(site)} id={given._id} />
          </>
        )
      }
      end={given && answer !== "seen" && <AnswerBadge answer={answer} />}
      pressed={isFound(answer)}
      onPress={onPress}
    />
  );
};

const isUnchecked = (rollCall: RollCallView, { person }: Resident): boolean =>
  answerOf(rollCall, person._id) === "not_checked";
