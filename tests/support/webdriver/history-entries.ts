import type { Tab } from "../browser/tab.ts";

type Counted = { historyEntries?: number[] };

/** In the page: notes from now on when it makes or changes an entry of the history. */
export const countEntries = (): void => {
  const page = globalThis as Counted;
  const made: number[] = [];
  page.historyEntries = made;
  for (const name of ["pushState", "replaceState"] as const) {
    const make = history[name];
    history[name] = (...given) => {
      made.push(performance.now());
      make.apply(history, given);
    };
  }
};

/** WebKit refuses the page its 101st entry within 30 s: resolves once there is room for a screen's. */
export const mayMakeEntries = async (page: Tab): Promise<void> => {
  while ((await page.evaluate(madeLately)) > most - 15) await page.waitForTimeout(200);
};

const most = 100;

const madeLately = (): number =>
  ((globalThis as Counted).historyEntries ?? []).filter((at) => performance.now() - at < 30_000).length;
