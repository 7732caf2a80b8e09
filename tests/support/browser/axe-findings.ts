import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Node = { readonly html: string; readonly target: readonly string[] };
type Axe = {
  run(
    context: Document | { readonly include: readonly string[] },
    options: object,
  ): Promise<{ violations: readonly { id: string; nodes: Node[] }[] }>;
};

/**
 * What axe finds on the page as it stands. What is half under the bar of places looks too small a target to it: such a one is scrolled into the middle and
 * looked at again.
 */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate(
    async ({ only }) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
      const isSmall = async ({ target: [selector = ""] }: Node): Promise<boolean> => {
        document.querySelector(selector)?.scrollIntoView({ block: "center", behavior: "instant" });
        const again = await axe.run({ include: [selector] }, { runOnly: { type: "rule", values: ["target-size"] } });
        return again.violations.length > 0;
      };
      const [x, y] = [scrollX, scrollY];
      const found: string[] = [];
      for (const { id, nodes } of violations)
        for (const node of nodes)
          if (id !== "target-size" || (await isSmall(node))) found.push(`${id} ${node.html.slice(0, 160)}`);
      scrollTo({ left: x, top: y, behavior: "instant" });
      return found;
    },
    { only: runOnly },
  );
};
