import { useCallback, useEffect, useState } from "react";
import type { Device } from "../device/open-device.ts";
import { sitesOf } from "../domain/databases.ts";
import type { Account } from "../sync/account.ts";

/** The site somebody works at now, of those their roles name; the choice is kept on this device. */
export const useSite = (device: Device, account: Account) => {
  const sites = sitesOf(account.roles);
  const [chosen, setChosen] = useState<string>();

  useEffect(() => {
    void device.settings.get<string>(`site:${account.name}`).then(setChosen);
  }, [device, account.name]);

  const chooseSite = useCallback(
    (site: string) => {
      setChosen(site);
      void device.settings.set(`site:${account.name}`, site);
    },
    [device, account.name],
  );
  return { site: chosen !== undefined && sites.includes(chosen) ? chosen : sites[0], chooseSite };
};
