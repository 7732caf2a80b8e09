/** How a bed is seen: each state has a shape of its own, so that it is told without any colour. */
export type BedState = "free" | "woman" | "man" | "child" | "person" | "away" | "blocked" | "doubtful";

const head = "M12 2.5a2.75 2.75 0 1 0 0 5.5a2.75 2.75 0 0 0 0-5.5";

/** Drawn on 24 × 24, as icons are; in the order of the legend. */
export const bedShapes: Readonly<Record<BedState, string>> = {
  free: "M3 6v13M3 16h18v3M21 16v-3H3",
  woman: `${head}M12 9l-5.5 9h11zM10 18v3.5M14 18v3.5`,
  man: `${head}M8 9.5h8V16H8zM10 16v5.5M14 16v5.5`,
  child: "M12 8a2.25 2.25 0 1 0 0 4.5A2.25 2.25 0 0 0 12 8M8.5 14.5h7M12 12.5V18M12 18l-2.5 3.5M12 18l2.5 3.5",
  person: `${head}M6.5 21v-5.5a5.5 5.5 0 0 1 11 0V21`,
  away: "M5 4v16M9 12h11M15.5 7.5L20 12l-4.5 4.5",
  blocked: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M5.7 5.7l12.6 12.6",
  doubtful: "M8 8.5a4 4 0 1 1 5.7 3.6c-1.2.6-1.7 1.3-1.7 2.7M12 19v.01",
};

export const bedStates = Object.keys(bedShapes) as readonly BedState[];

/** The states that occur, in the order of the legend. */
export const statesIn = (beds: readonly { readonly state: BedState }[]): readonly BedState[] =>
  bedStates.filter((state) => beds.some((bed) => bed.state === state));
