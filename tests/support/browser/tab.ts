import type { Page } from "playwright-core";

/**
 * What tests do with a page, whichever browser shows it: the part of Playwright's `Page` that `webdriver/` has too. A step of a
 * journey that asks for no more than this runs in every browser.
 */
export type Tab = {
  /** The same for all pages of one profile. */
  context(): object;
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  waitForSelector(selector: string): Promise<unknown>;
  waitForURL(address: RegExp): Promise<void>;
  waitForFunction(holds: () => unknown): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  locator(selector: string, options?: { readonly hasText?: string }): Spot;
} & Pick<Page, "evaluate">;

/** A place on a page, looked for anew each time. */
export type Spot = {
  count(): Promise<number>;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  check(): Promise<void>;
  waitFor(): Promise<void>;
  textContent(): Promise<string | null>;
  getAttribute(name: string): Promise<string | null>;
  first(): Spot;
  last(): Spot;
  nth(place: number): Spot;
  locator(selector: string): Spot;
};
