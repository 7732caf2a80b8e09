import type { Locator, Page } from "playwright-core";

/**
 * How long a practised volunteer needs for what a test does, by the keystroke-level model of Card, Moran and Newell, with a thumb on a phone: seconds to
 * find and tap something, to type a character, and to make up one's mind before a step.
 */
const seconds = { tap: 1.1, key: 0.28, thought: 1.35 };

/** Does what a person would do, and adds up what it would take them. */
export const keyModel = (page: Page) => {
  let sum = 0;
  return {
    /** Somebody decides what to do next. */
    think: () => {
      sum += seconds.thought;
    },
    tap: async (target: Locator): Promise<void> => {
      sum += seconds.tap;
      await target.click();
    },
    /** A choice among chips. */
    choose: async (target: Locator): Promise<void> => {
      sum += seconds.tap;
      await target.check();
    },
    /** Keys into whatever has the focus. */
    type: async (text: string): Promise<void> => {
      sum += text.length * seconds.key;
      await page.keyboard.type(text);
    },
    press: async (key: string, times = 1): Promise<void> => {
      sum += times * seconds.key;
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    },
    seconds: (): number => sum,
  };
};
