import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { GroupView } from "../../../live/intake/group-view.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { NotConfirmed } from "./not-confirmed.tsx";
import { TravellerFields } from "./traveller-fields.tsx";
import { useAddGroup } from "./use-add-group.ts";

type AddGroupSheetProps = {
  readonly site: string;
  readonly view: TripView;
  readonly group: GroupView;
  readonly onAdded: (names: string) => void;
  readonly onClose: () => void;
};

/** Who of the group travels, with whom each child does, and what is needed in the bus. */
export const AddGroupSheet = ({ site, view, group, onAdded, onClose }: AddGroupSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { and } = useFormats();
  const adding = useAddGroup(site, view, group);
  const { travellers, chosenIds, hasTried, refusal } = adding;
  const label = (person: Person) => ({
    value: person._id as string,
    label: words.name(person),
    hint: words.who(person),
  });
  const submit = async () => {
    if (await adding.add()) onAdded(and(travellers.map(({ person }) => words.name(person))));
  };
  const isComplete = adding.candidates.length === 0 && adding.stopped.length === 0;
  const mayAdd = adding.candidates.length > 0;
  const [first] = group.members;
  return (
    <Sheet
      open
      title={first ? words.name(first) : t("transport.add.title")}
      onClose={onClose}
      actions={
        mayAdd && (
          <Button look="primary" icon="plus" wide onPress={() => void submit()}>
            {t("transport.add.confirm", { count: travellers.length })}
          </Button>
        )
      }
    >
      <Stack space="wide">
        <Refusal error={refusal} />
        {adding.stopped.map((child) => (
          <NotConfirmed key={child._id} child={child} />
        ))}
        {isComplete && <p>{t("transport.add.allOnList")}</p>}
        {mayAdd && (
          <CheckChips
            id="travellers"
            label={t("transport.add.who")}
            error={hasTried && travellers.length === 0 ? t("transport.add.nobodyChosen") : undefined}
            options={adding.candidates.map(label)}
            values={chosenIds}
            onChange={adding.choose}
          />
        )}
        {travellers.map((traveller) => (
          <TravellerFields key={traveller.person._id} traveller={traveller} adding={adding} />
        ))}
      </Stack>
    </Sheet>
  );
};
