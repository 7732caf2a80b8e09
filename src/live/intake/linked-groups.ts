import { siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Records } from "../records.ts";

/** Another group that belongs to one, and why. */
export type LinkedGroup = {
  readonly other: Group;
  readonly reason: NonNullable<Group["linkedGroups"]>[number]["reason"];
};

/** The groups that one is linked with, as far as they lie here. */
export const linkedGroups = (records: Records, site: string, groupId: string): readonly LinkedGroup[] => {
  const groups = records.table(siteDatabase(site), "group");
  return (groups.get(groupId)?.linkedGroups ?? []).flatMap(({ groupId: id, reason }) => {
    const other = groups.get(id);
    return other ? [{ other, reason }] : [];
  });
};
