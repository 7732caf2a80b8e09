import { setTimeout as pass } from "node:timers/promises";
import type { Tab } from "../browser/tab.ts";
import { listen } from "./console-errors.ts";
import { patience, type Remote } from "./remote.ts";
import { spotAt } from "./spot.ts";

/** A page as the tests know it, over a driven browser. */
export const openTab = (remote: Remote, base: string): Tab => {
  const evaluate = (work: (given: unknown) => unknown, given?: unknown) => evaluateIn(remote, work, given);
  const spot = (selector: string, hasText?: string) =>
    spotAt(remote, [{ find: selector, ...(hasText && { hasText }) }]);
  const waitForFunction = async (holds: () => unknown) => {
    const end = Date.now() + patience;
    while (!(await evaluate(holds))) {
      if (Date.now() > end) throw new Error(`never came true: ${holds}`);
      await pass(50);
    }
  };
  const listening = async (loading: Promise<void>) => {
    await loading;
    await evaluate(listen);
  };
  return {
    context: () => remote,
    goto: (address) => listening(remote.navigate(new URL(address, base).href)),
    reload: () => listening(remote.refresh()),
    click: (selector) => spot(selector).first().click(),
    fill: (selector, text) => spot(selector).first().fill(text),
    waitForSelector: (selector) => spot(selector).first().waitFor(),
    waitForURL: async (address) => {
      const end = Date.now() + patience;
      for (;;) {
        const here = String(await evaluate(() => location.href));
        if (address.test(here)) return;
        if (Date.now() > end) throw new Error(`at ${here}, not at ${address}`);
        await pass(50);
      }
    },
    waitForFunction,
    waitForTimeout: (milliseconds) => pass(milliseconds),
    locator: (selector, { hasText } = {}) => spot(selector, hasText),
    evaluate: evaluate as Tab["evaluate"],
  };
};

/** Runs a function in the page, as Playwright does: its text is sent, and what it answers comes back as JSON. */
export const evaluateIn = async (
  remote: Remote,
  work: (given: never) => unknown,
  given?: unknown,
): Promise<unknown> => {
  const body = `
    const [given, done] = arguments;
    Promise.resolve(given).then(${work}).then(
      (value) => done({ value: JSON.stringify(value) }),
      (reason) => done({ failed: String(reason) }),
    );`;
  const answer = (await remote.run(body, [given ?? null])) as { readonly value?: string; readonly failed?: string };
  if (answer.failed) throw new Error(answer.failed);
  return answer.value === undefined || answer.value === null ? undefined : JSON.parse(answer.value);
};
