import { useState } from "react";
import type { Placement } from "../../../domain/roster/placement.ts";
import type { BedChoice } from "./use-bed-choice.ts";
import { useGiveBeds } from "./use-give-beds.ts";

/** Checks in the people without a bed and moves the residents, as it is chosen now. */
export const useSaveBeds = (site: string, { view, group, beds }: BedChoice) => {
  const { give, refusal } = useGiveBeds(site, view);
  const [saved, setSaved] = useState<readonly Placement[]>();
  const [watch, setWatch] = useState("");
  const save = async () => {
    const people = beds.placements.flatMap(({ sleeper }) => group.find(({ _id }) => _id === sleeper.personId) ?? []);
    if (!(await give(beds.placements, people, watch))) return;
    setSaved(beds.placements);
    forgetWish();
  };
  return { save, saved, refusal, watch, setWatch };
};

/** Loaded anew, the page does not propose once more what is done. */
const forgetWish = () => history.replaceState(history.state, "", location.pathname);
