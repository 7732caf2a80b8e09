import type { Handset } from "../browser/handset.ts";
import { unlockAfterLoading } from "../browser/steps/unlock.ts";
import type { Tab } from "../browser/tab.ts";
import type { FaultProxy } from "../server/fault-proxy.ts";
import { heard } from "./console-errors.ts";
import { openTab } from "./open-tab.ts";
import type { Remote } from "./remote.ts";

/** WebDriver cannot take a browser's network away, so the network itself goes; the page is told when it is back, as by the system. */
export const drivenHandset = (
  remote: Remote,
  proxy: FaultProxy,
  profile: string,
  prepare: (page: Tab) => void = () => {},
): Handset => {
  const page = openTab(remote, proxy.address);
  prepare(page);
  unlockAfterLoading(page, profile);
  return {
    page,
    goOffline: async (isOffline) => {
      if (isOffline) return proxy.goDown("cut");
      proxy.goUp();
      await page.evaluate(() => void dispatchEvent(new Event("online")));
    },
    loseSession: remote.deleteCookies,
    complaints: () => page.evaluate(heard),
  };
};
