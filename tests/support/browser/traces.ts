import type { BrowserContext, Page } from "playwright-core";

type Watched = { outletsUsed?: string[] };

/** From now on pages note what they hand to the world outside: notifications, the clipboard, the share sheet. */
export const watchOutlets = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const used: string[] = [];
    Object.assign(globalThis, { outletsUsed: used });
    const watch = (object: object | undefined, name: string) =>
      object &&
      Object.defineProperty(object, name, {
        configurable: true,
        value: (...given: unknown[]) => void used.push(`${name} ${given}`),
      });
    for (const name of ["writeText", "write", "readText"]) watch(navigator.clipboard, name);
    watch(globalThis.ServiceWorkerRegistration?.prototype, "showNotification");
    watch(navigator, "share");
    Object.assign(globalThis, {
      Notification: function Notification(title: string) {
        used.push(`Notification ${title}`);
      },
    });
    document.addEventListener("copy", () => used.push("copy"));
  });

/** What of a page can be seen without looking at it, as JSON: title, address, the browser's whole history, what it handed out, its name. */
export const tracesBesideThePage = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  await session.detach();
  const own = await page.evaluate(() => ({
    title: document.title,
    address: decodeURIComponent(location.href),
    name: window.name,
    state: history.state,
    used: (globalThis as Watched).outletsUsed,
  }));
  return JSON.stringify({ ...own, history: entries.map(({ url, title }) => [decodeURIComponent(url), title]) });
};
