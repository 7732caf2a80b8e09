import type { BrowserContext, Page } from "playwright-core";

/** The browser's own dialog waits for a person; the sheet stays until the test closes it. Before anything is loaded. */
export const keepSheets = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    window.print = () => {};
  });
};

/**
 * Prints a screen by its button, into a PDF, and answers what would be on the paper: the rows' texts, head and foot, how much else is visible,
 * and how many cells reach beyond the paper or their column. A roll call is begun first.
 */
export const printOut = async (page: Page, address: string, path: string) => {
  await page.goto(address);
  if (address.endsWith("/roll-call")) {
    await page.locator("#roll-call-type").check();
    await page.getByRole("button", { name: "Почати перевірку" }).click();
  }
  await page.locator("main button", { hasText: "Друкувати" }).click();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 703, height: 1000 }); // A4 less its margins
  const found = await page.evaluate(() => {
    const visible = (element: Element) => (element as HTMLElement).checkVisibility();
    const sheet = document.querySelector(".p-print");
    const right = sheet?.getBoundingClientRect().right ?? 0;
    return {
      rows: [...document.querySelectorAll(".p-print tbody tr")].map((row) => row.textContent ?? ""),
      words: (sheet as HTMLElement | null)?.innerText.split(/\s+/).filter(Boolean) ?? [],
      head: document.querySelector<HTMLElement>(".p-print thead")?.innerText,
      foot: document.querySelector(".p-print tfoot")?.textContent ?? "",
      others: [...document.querySelectorAll("button, nav, header, input, dialog")].filter(visible).length,
      beyond: [...document.querySelectorAll(".p-print td, .p-print th")].filter(
        (cell) => cell.getBoundingClientRect().right > right + 1 || cell.scrollWidth > cell.clientWidth + 1,
      ).length,
    };
  });
  await page.pdf({ path, preferCSSPageSize: true });
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.locator(".p-print").waitFor({ state: "detached" });
  return found;
};
