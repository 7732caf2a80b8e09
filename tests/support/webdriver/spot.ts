import { setTimeout as pass } from "node:timers/promises";
import type { Spot } from "../browser/tab.ts";
import { type ElementReference, patience, Refused, type Remote } from "./remote.ts";

export type Step = { readonly find: string; readonly hasText?: string } | { readonly place: number };

/** A place on a driven page. Like Playwright it waits until what it is to act on can be acted on. */
export const spotAt = (remote: Remote, steps: readonly Step[]): Spot => {
  const count = async () => Number(await remote.run(`${found} done(matches().length);`, [steps]));
  const shown = async (): Promise<ElementReference> => {
    const end = Date.now() + patience;
    for (;;) {
      const element = await remote.run(`${found} done(shown() ?? null);`, [steps]);
      if (element) return element as ElementReference;
      if (Date.now() > end) throw new Error(`not there: ${JSON.stringify(steps)}`);
      await pass(50);
    }
  };
  /** Away from the edges first: the standard scrolls no further than it must, which is under what sticks there. */
  const act = async (action: (element: ElementReference) => Promise<void>) => {
    const end = Date.now() + patience;
    for (;;) {
      try {
        const element = await shown();
        await remote.run(`${found} done(shown()?.scrollIntoView({ block: "center" }));`, [steps]);
        return await action(element);
      } catch (error) {
        if (Date.now() > end || !(error instanceof Refused && passing.has(error.reason))) throw error;
        await pass(50);
      }
    }
  };
  const read = async (what: string) => {
    await shown();
    return (await remote.run(`${found} const [one] = matches(); done(${what});`, [steps])) as string | null;
  };
  return {
    count,
    click: () => act(remote.click),
    fill: (text) =>
      act(async (element) => {
        await remote.clear(element);
        await remote.type(element, text);
      }),
    check: async () => {
      if ((await read("one.checked")) === (true as unknown)) return;
      await act(remote.click);
    },
    waitFor: async () => void (await shown()),
    textContent: () => read("one.textContent"),
    getAttribute: (name) => read(`one.getAttribute(${JSON.stringify(name)})`),
    first: () => spotAt(remote, [...steps, { place: 0 }]),
    last: () => spotAt(remote, [...steps, { place: -1 }]),
    nth: (place) => spotAt(remote, [...steps, { place }]),
    locator: (find) => spotAt(remote, [...steps, { find }]),
  };
};

/** Reasons that go away by themselves while a page is drawn. */
const passing: ReadonlySet<string> = new Set([
  "stale element reference",
  "element not interactable",
  "element click intercepted",
  "no such element",
]);

const found = `
  const [steps, done] = arguments;
  const matches = () => steps.reduce((found, { find, hasText, place }) => {
    if (find === undefined) return [found.at(place)].filter(Boolean);
    const all = [...new Set(found.flatMap((one) => [...one.querySelectorAll(find)]))];
    return all.filter((one) => !hasText || one.textContent.includes(hasText));
  }, [document]);
  const shown = () => matches().find((one) => one.getClientRects().length > 0);
`;
