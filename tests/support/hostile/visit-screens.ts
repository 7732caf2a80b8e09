import type { Page } from "playwright-core";

/**
 * Goes there without loading the page anew, as a tap on a link does, and answers everything that stands there to be read. Touches the
 * page, so that the phone does not lock itself; fails where it has: the lock shows nothing that others wrote.
 */
export const readAt = async (page: Page, address: string): Promise<string> =>
  page.evaluate(async (to) => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    window.dispatchEvent(new PointerEvent("pointermove"));
    history.pushState(null, "", to);
    await frame();
    for (let tries = 0; tries < 500 && !document.querySelector("main h1, main > .p-notice"); tries += 1) await frame();
    if (document.querySelector("main #passphrase")) throw new Error("nobody is signed in any more");
    const typed = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map(({ value }) => value);
    return [document.body.textContent, ...typed].join("\n");
  }, address);

/** What the app says in place of a screen that failed, in Ukrainian and Polish. */
export const failures = /Щось пішло не так|Coś poszło nie tak/;
