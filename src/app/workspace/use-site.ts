import { useCallback, useEffect, useState } from "react";
import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import { sitesOf } from "../../domain/model/databases.ts";
import type { Account } from "../../sync/connection/account.ts";

/** The site somebody works at now, of those their roles name; the choice is kept on this device. */
export const useSite = ({ settings }: PrivateStore, account: Account) => {
  const sites = sitesOf(account.roles);
  const [chosen, setChosen] = useState<string>();

  useEffect(() => {
    void settings.get<string>("site").then(setChosen);
  }, [settings]);

  const chooseSite = useCallback(
    (site: string) => {
      setChosen(site);
      void settings.set("site", site);
    },
    [settings],
  );
  return { site: chosen !== undefined && sites.includes(chosen) ? chosen : sites[0], chooseSite };
};
