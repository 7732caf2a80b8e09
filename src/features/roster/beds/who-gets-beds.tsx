import { languageOfName, nameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import { NeedBadges } from "../residents/resident-badges.tsx";
import { bedById } from "./bed-by-id.ts";
import type { BedChoice } from "./use-bed-choice.ts";

/** Who of the family is meant. Somebody alone is only named, unless they have a bed already. */
export const WhoGetsBeds = ({ choice, moves }: { readonly choice: BedChoice; readonly moves: boolean }) => {
  const t = useT();
  const words = usePersonLabels();
  const { group, view, isSettled, chosenIds, choose } = choice;
  const label = moves ? t("roster.give.whoMove") : t("roster.give.who");
  const [only] = group;
  if (group.length === 1 && only && !isSettled) {
    return (
      <List label={label}>
        <ListRow
          icon="person"
          title={words.name(only)}
          lang={languageOfName(nameOf(only))}
          detail={words.who(only)}
          badges={<NeedBadges person={only} />}
        />
      </List>
    );
  }
  const options = group.map((person) => {
    const bed = bedById(view, view.residents.get(person._id)?.stay.bedId);
    const hints = [words.who(person), bed && t("roster.give.hasBed", { bed: bed.code })].filter(Boolean);
    return { value: person._id as string, label: words.name(person), hint: hints.join(" · ") };
  });
  return <CheckChips id="who" label={label} options={options} values={chosenIds} onChange={choose} />;
};
