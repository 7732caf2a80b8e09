import { useMemo, useSyncExternalStore } from "react";
import { directoryDatabase, siteDatabase, sitesOf } from "../../domain/model/databases.ts";
import type { Site } from "../../domain/model/kinds/site.ts";
import { type LockTimes, lockTimesOf, usualLockTimes } from "../../domain/rights/lock-times.ts";
import type { Records } from "../../live/records.ts";

/** The lock times of the sites that the roles name and of those whose records lie here, as their documents change; the usual ones until the records are here. */
export const useLockTimes = (records: Records | undefined, roles: readonly string[]): LockTimes => {
  const version = useSyncExternalStore(records?.subscribe ?? never, () => records?.version(siteKind));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the records, which change in place
  return useMemo(() => (records ? lockTimesIn(records, roles) : usualLockTimes), [records, version, roles]);
};

export const lockTimesIn = (records: Records, roles: readonly string[]): LockTimes => {
  const [own, here] = [sitesOf(roles), records.databases()];
  const isTheirs = ({ site }: Site) => own.includes(site) || here.includes(siteDatabase(site));
  return lockTimesOf([...records.all(directoryDatabase, "site").values()].filter(isTheirs), roles);
};

const siteKind = ["site"] as const;
const never = () => () => {};
