import type { Page } from "playwright-core";

/** What the app has acknowledged as saved: it showed the group's page. */
export type Saved = { readonly groupId: string; readonly surname: string; readonly heads: number };

export type Quickly = {
  readonly surname: string;
  readonly groups: number;
  readonly heads: number;
  /** Milliseconds of rest between two groups. */
  readonly rest?: number;
};

/** Tells a test what was acknowledged, while it happens, so that a page may die in between. */
export const watchSaves = async (page: Page, heard: (saved: Saved) => void): Promise<void> => {
  await page.exposeBinding("acknowledged", (_, saved: Saved) => heard(saved));
};

/** Registers groups through the form as fast as it goes, with the page's own events. `watchSaves` first, to know of each. */
export const registerQuickly = (page: Pick<Page, "evaluate">, wanted: Quickly): Promise<readonly Saved[]> =>
  page.evaluate(async ({ surname, groups, heads, rest = 0 }) => {
    const tell = (globalThis as { acknowledged?: (saved: Saved) => void }).acknowledged;
    const wait = async <T>(find: () => T | null | undefined | false): Promise<T> => {
      // Before the phone locks itself, which would leave nothing to be seen.
      const latest = performance.now() + 60_000;
      while (performance.now() < latest) {
        const found = find();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      const shown = [...document.querySelectorAll(".p-header, .p-notice, [role=alert], h1")].map(
        (one) => one.textContent,
      );
      throw new Error(`stands still at ${location.pathname}: ${shown.join(" | ")}`);
    };
    const element = (selector: string) => wait(() => document.querySelector<HTMLElement>(selector));
    const type = (field: HTMLElement, text: string) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const done: Saved[] = [];
    for (let number = 0; number < groups; number += 1) {
      const name = `${surname} ${number}`;
      (await element('a[href="/arrivals"]')).click();
      await element("#search");
      (await element('a[href="/arrivals/new"]')).click();
      const box = await element("#surname");
      const more = await wait(() =>
        document.querySelectorAll(".i-counts__cell")[6]?.querySelector<HTMLElement>("button:last-of-type"),
      );
      for (let head = 1; head <= heads; head += 1) {
        more.click();
        await wait(() => document.querySelectorAll('input[id$=".givenName"]').length === head);
      }
      type(box, name);
      const names = document.querySelectorAll<HTMLElement>('input[id$=".givenName"]');
      for (const [head, field] of [...names].entries()) type(field, `Оля-${"абвгдежзиклмн"[head]}`);
      (await element("button[type=submit]")).click();
      const key = await wait(() => /^\/arrivals\/group\/(.+)$/.exec(location.pathname)?.[1]);
      const saved = { groupId: `group:${key}`, surname: name, heads };
      done.push(saved);
      tell?.(saved);
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    return done;
  }, wanted);
