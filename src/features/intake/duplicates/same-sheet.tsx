import { useState } from "react";
import { mergeStop } from "../../../domain/duplicates/merge-stop.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { usePersonFacts } from "../../../forms/use-person-facts.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { MergeRefusal } from "./merge-refusal.tsx";
import { useLosingFacts } from "./use-losing-facts.ts";
import { useMerging } from "./use-merging.ts";

type SameSheetProps = {
  readonly site: string;
  readonly people: readonly [Person, Person];
  readonly onClose: () => void;
};

/** Asks which of two records stays; says of the one that cannot leave the lists why, and what is to be done first. */
export const SameSheet = ({ site, people: [first, second], onClose }: SameSheetProps) => {
  const t = useT();
  const { join, refusal } = useMerging(site);
  const [chosen, setChosen] = useState<string>();
  const said = [useSaid(site, first, 1), useSaid(site, second, 2)] as const;
  const ways = [useWay(site, first, second, said), useWay(site, second, first, [said[1], said[0]])];
  const open = ways.filter(({ stop }) => !stop);
  // Where only one of them can leave the lists, it is said above why.
  const way = open.find(({ survivor }) => survivor._id === chosen) ?? (open.length === 1 ? open[0] : undefined);
  const submit = async () => {
    if (way && (await join(way.loser, way.survivor, way.facts))) onClose();
  };
  return (
    <Sheet
      open
      title={t("alike.merge.title")}
      onClose={onClose}
      actions={
        way && (
          <Button look="primary" wide icon="check" onPress={() => void submit()}>
            {t("alike.merge.join")}
          </Button>
        )
      }
    >
      <Stack>
        <p>{t("alike.merge.text")}</p>
        <MergeRefusal refusal={refusal} />
        {ways.map(
          ({ loser, loserSaid, stopSaid }) =>
            stopSaid && (
              <Notice key={loser._id} kind="warning" title={t("alike.merge.mustStay", { name: loserSaid })}>
                {stopSaid}
              </Notice>
            ),
        )}
        {open.length > 0 && (
          <ChoiceChips
            id="merge-keep"
            label={t("alike.merge.keep")}
            columns={1}
            options={open.map(({ survivor, survivorSaid }) => ({ value: survivor._id, label: survivorSaid }))}
            value={way?.survivor._id}
            onChange={setChosen}
          />
        )}
      </Stack>
    </Sheet>
  );
};

/** One of the two ways to join them: who leaves the lists, who stays, and what stands against it. */
const useWay = (
  site: string,
  loser: Person,
  survivor: Person,
  [loserSaid, survivorSaid]: readonly [string, string],
) => {
  const t = useT();
  const words = usePersonLabels();
  const { and } = useFormats();
  const { facts, alone } = useLosingFacts(site, loser, survivor);
  const stop = mergeStop(loser, survivor, facts);
  const stopSaid = stop && t(`alike.merge.stop.${stop.type}`, { names: and(alone.map(words.name)) });
  return { loser, survivor, facts, stop, stopSaid, loserSaid, survivorSaid };
};

/** With the number by which the list calls them: of two records all that is known may be the same. */
const useSaid = (site: string, person: Person, number: number): string => {
  const found = usePersonFacts(site, person._id);
  return found ? `${number}. ${found.name}: ${found.facts}` : person._id;
};
