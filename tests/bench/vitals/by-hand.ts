import type { Locator, Page } from "playwright-core";
import type { Spot, Tab } from "../../support/browser/tab.ts";

/** Milliseconds between two keys: a quick hand on a phone's keyboard. */
const pace = 60;

/** The page with its fields typed into, key by key: what is filled in one piece makes no interaction. */
export const byHand = (page: Page): Tab => ({
  context: () => page.context(),
  goto: (address) => page.goto(address),
  reload: () => page.reload(),
  click: (selector) => page.click(selector),
  fill: (selector, text) => spotByHand(page.locator(selector).first()).fill(text),
  waitForSelector: (selector) => page.waitForSelector(selector),
  waitForURL: (address) => page.waitForURL(address),
  waitForFunction: (holds) => page.waitForFunction(holds),
  waitForTimeout: (milliseconds) => page.waitForTimeout(milliseconds),
  locator: (selector, options) => spotByHand(page.locator(selector, options)),
  evaluate: page.evaluate.bind(page) as Tab["evaluate"],
});

const spotByHand = (spot: Locator): Spot => ({
  count: () => spot.count(),
  click: () => spot.click(),
  fill: async (text) => {
    await spot.click();
    if ((await spot.inputValue()) !== "") {
      await spot.press("Control+A");
      await spot.press("Delete");
    }
    await spot.pressSequentially(text, { delay: pace });
  },
  check: () => spot.check(),
  waitFor: () => spot.waitFor(),
  textContent: () => spot.textContent(),
  getAttribute: (name) => spot.getAttribute(name),
  first: () => spotByHand(spot.first()),
  last: () => spotByHand(spot.last()),
  nth: (place) => spotByHand(spot.nth(place)),
  locator: (selector) => spotByHand(spot.locator(selector)),
});
