import type { Page } from "playwright-core";

/** Resolves once the page has come to rest: nothing loads, nothing moves, and four frames in a row changed nothing on it. */
export const standingStill = (page: Pick<Page, "evaluate">): Promise<void> =>
  page.evaluate(async () => {
    let changed = true;
    const watcher = new MutationObserver(() => {
      changed = true;
    });
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const isBusy = () =>
      document.querySelector(".p-loading, [aria-busy=true]") !== null ||
      document.getAnimations().some(({ playState }) => playState === "running");
    for (let calm = 0; calm < 4; ) {
      changed = false;
      await frame();
      calm = changed || isBusy() ? 0 : calm + 1;
    }
    watcher.disconnect();
  });
