import type { Group } from "../../../domain/model/kinds/group.ts";

export const headsOf = (group: Group): number =>
  Object.values(group.counts ?? {}).reduce((sum, count) => sum + count, 0);

/** Those of the age bands below eighteen. */
export const childrenOf = (group: Group): number =>
  Object.entries(group.counts ?? {}).reduce(
    (sum, [key, count]) => sum + (/\|(0_4|5_11|12_17)$/.test(key) ? count : 0),
    0,
  );
