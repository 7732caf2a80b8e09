import type { ComponentProps } from "react";
import type { MergeStop } from "../../../domain/duplicates/merge-stop.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";

type Refused = MergeStop | ComponentProps<typeof Refusal>["error"];

/** Why two records were not joined, or not taken apart. */
export const MergeRefusal = ({ refusal }: { readonly refusal: Refused }) => {
  const t = useT();
  if (!refusal || !isStop(refusal)) return <Refusal error={refusal} />;
  return <Notice kind="danger">{t(`alike.merge.stop.${refusal.type}`, { names: "" })}</Notice>;
};

const isStop = (refusal: NonNullable<Refused>): refusal is MergeStop => stops.has(refusal.type);

const stops: ReadonlySet<string> = new Set<MergeStop["type"]>([
  "OfOneGroup",
  "RecordNotInUse",
  "StandsForOthers",
  "StopWouldBeLost",
  "ChildWouldBeAdult",
  "IncidentOpen",
  "LoserHasBed",
  "LoserHasSeat",
  "ChildrenDepend",
]);
