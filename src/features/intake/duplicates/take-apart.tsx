import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { MergeRefusal } from "./merge-refusal.tsx";
import { useMerging } from "./use-merging.ts";

type TakeApartProps = { readonly one: Person; readonly other: Person | undefined };

/** The way back of two records that were joined: each stands for itself again, and nobody is asked about them any more. */
export const TakeApart = ({ one, other }: TakeApartProps) => {
  const t = useT();
  const { takeApart, refusal } = useMerging(one.site);
  return (
    <>
      <MergeRefusal refusal={refusal} />
      <Button icon="undo" onPress={() => void takeApart(one, other)}>
        {t("alike.merge.takeApart")}
      </Button>
    </>
  );
};
