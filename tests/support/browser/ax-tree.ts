import type { Page } from "playwright-core";

/** All that a screen reader can read of a page, as JSON. */
export const axTree = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return JSON.stringify(nodes);
};
