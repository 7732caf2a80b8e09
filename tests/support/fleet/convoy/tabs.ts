import { becomeActiveTab } from "../../../../src/app/workspace/active-tab.ts";
import type { fakeTabs } from "../../browser/fake-tabs.ts";
import type { Phone } from "../phone.ts";

/** Tabs of one page on one phone, of which one works at a time: the newest. */
export type Tabs = {
  /** Opens so many at once. Resolves once the newest works. */
  open(count: number): Promise<void>;
  /** Whichever works is closed in the middle of what it does. */
  kill(): Promise<void>;
};

export const openTabs = (browser: ReturnType<typeof fakeTabs>, phone: Phone): Tabs => {
  let newest = 0;
  let working: { readonly tab: number; readonly opened: Promise<void> } | undefined;
  let notice: (failure?: unknown) => void = () => {};

  const begin = async (tab: number): Promise<void> => {
    if (working) throw new Error(`P10: tab ${tab} works while tab ${working.tab} does`);
    const opened = phone.open();
    working = { tab, opened };
    await opened;
    if (tab === newest) notice();
  };
  const openTab = () => {
    newest += 1;
    const tab = newest;
    const handOver = async () => {
      if (working?.tab !== tab) return;
      await working.opened;
      await phone.crash();
      working = undefined;
    };
    const turn = browser.inTab(String(tab), () => becomeActiveTab(phone.name, handOver));
    void turn.ready.then(() => begin(tab)).catch(notice);
  };
  return {
    open: async (count) => {
      const done = new Promise<void>((resolve, reject) => {
        notice = (failure) => (failure ? reject(failure) : resolve());
      });
      for (let tab = 0; tab < count; tab += 1) openTab();
      await done;
    },
    kill: async () => {
      const killed = working;
      if (!killed) return;
      await phone.crash();
      working = undefined;
      browser.close(String(killed.tab));
    },
  };
};
