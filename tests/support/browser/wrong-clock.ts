import type { Page } from "playwright-core";

/** Makes the page's clock wrong by so many milliseconds from the next load on, as a flat battery does; 0 sets it right. */
export const setClock = async (page: Page, wrongBy: number): Promise<void> => {
  await page.addInitScript((offset) => {
    const { __right: Right = Date } = globalThis as { __right?: DateConstructor };
    const now = () => Right.now() + offset;
    const wrong = class extends Right {
      constructor(...given: [] | [number]) {
        super(given.length === 0 ? now() : given[0]);
      }
      static override now = now;
    };
    Object.assign(globalThis, { __right: Right, Date: wrong });
  }, wrongBy);
};
