/** One browser window, driven from outside: what WebKitWebDriver (HTTP) and Firefox (Marionette) have in common. */
export type Remote = {
  navigate(address: string): Promise<void>;
  refresh(): Promise<void>;
  /** The browser's own Back, one entry. */
  back(): Promise<void>;
  /** Runs the body of a function in the page; it calls its last argument with the answer. */
  run(body: string, given: readonly unknown[]): Promise<unknown>;
  click(element: ElementReference): Promise<void>;
  clear(element: ElementReference): Promise<void>;
  type(element: ElementReference, text: string): Promise<void>;
  /** Also those that no script may read. */
  deleteCookies(): Promise<void>;
  quit(): Promise<void>;
};

export type ElementReference = { readonly [elementKey]: string };

/** By this name the WebDriver standard hands elements over. */
export const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** A command that the browser refused, under the standard's name for the reason. */
export class Refused extends Error {
  readonly reason: string;
  constructor(reason: string, message: string) {
    super(`${reason}: ${message}`);
    this.reason = reason;
  }
}

/** Milliseconds that one script may run: a whole shift of registrations is one. */
export const scriptTimeout = 1_200_000;

/** Milliseconds that anything on a page is waited for. */
export const patience = 20_000;
