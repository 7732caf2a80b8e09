import { useMemo, useSyncExternalStore } from "react";
import { isCoordinator } from "../../domain/model/databases.ts";
import type { Account } from "../../sync/connection/account.ts";
import { followedDatabases, followedSites, rolesHere } from "./followed-databases.ts";
import type { Workspace } from "./open-workspace.ts";

/** What this account works with on this phone, as sites are chosen and the directory and the trips change. */
export const useFollowed = ({ live: { records }, followed }: Workspace, { roles }: Account) => {
  const chosen = useSyncExternalStore(followed.subscribe, followed.chosen);
  const version = useSyncExternalStore(records.subscribe, () => (isCoordinator(roles) ? records.version(kinds) : 0));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the records, which change in place
  return useMemo(
    () => ({
      roles: rolesHere(records, roles),
      sites: followedSites(records, roles, chosen),
      databases: followedDatabases(records, roles, chosen, () => false),
    }),
    [records, version, roles, chosen],
  );
};

const kinds = ["site", "trip"] as const;
