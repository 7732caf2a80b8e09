import { useCallback, useEffect, useState } from "react";
import type { PrivateStore } from "../../device/private-store/open-private-store.ts";

/** The site somebody works at now, of those they follow; the choice is kept on this device. */
export const useSite = ({ settings }: PrivateStore, sites: readonly string[]) => {
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
