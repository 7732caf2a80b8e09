import { useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, nameOf } from "../../../domain/names/person-name.ts";
import { bedWarnings } from "../../../domain/roster/bed-warnings.ts";
import type { Placement } from "../../../domain/roster/placement.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { useRoomLabels } from "../rooms/use-room-labels.ts";
import { BedSheet } from "./bed-sheet.tsx";
import { BedWarnings } from "./bed-warnings.tsx";
import type { BedChoice } from "./use-bed-choice.ts";

/** Person by person, with the bed that would be given; a tap on a name offers the other beds. */
export const ProposedBeds = ({ choice }: { readonly choice: BedChoice }) => {
  const t = useT();
  const { beds, group, wishes, wish } = choice;
  const [asked, setAsked] = useState<Person>();
  const chosen = group.filter(({ _id }) => choice.chosenIds.includes(_id));
  if (chosen.length === 0) return null;
  const choose = (bedId: string) => {
    if (asked) wish({ ...wishes, bedIds: { ...wishes.bedIds, [asked._id]: bedId } });
    setAsked(undefined);
  };
  return (
    <Section title={t("roster.give.proposal")}>
      <p>{t("roster.give.proposalHint")}</p>
      {beds.left.length > 0 && <Notice kind="warning">{t("roster.give.tooFew")}</Notice>}
      <List label={t("roster.give.proposal")}>
        {chosen.map((person) => (
          <ProposedBed
            key={person._id}
            person={person}
            placement={beds.placements.find(({ sleeper }) => sleeper.personId === person._id)}
            onPress={() => setAsked(person)}
          />
        ))}
      </List>
      <BedWarnings warnings={bedWarnings(beds.placements)} people={group} />
      <BedSheet choice={choice} person={asked} onChoose={choose} onClose={() => setAsked(undefined)} />
    </Section>
  );
};

type ProposedBedProps = {
  readonly person: Person;
  readonly placement: Placement | undefined;
  readonly onPress: () => void;
};

const ProposedBed = ({ person, placement, onPress }: ProposedBedProps) => {
  const t = useT();
  const words = usePersonLabels();
  const room = useRoomLabels();
  return (
    <ListRow
      icon="bed"
      title={words.name(person)}
      lang={languageOfName(nameOf(person))}
      detail={
        placement ? `${room.name(placement.choice.room)} · ${room.bed(placement.bed)}` : t("roster.give.noBedLeft")
      }
      onPress={onPress}
    />
  );
};
