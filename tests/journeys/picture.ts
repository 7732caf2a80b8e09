import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** Puts screenshots of a phone side by side into one picture: the one in the README. */
export const sideBySide = async (page: Page, files: readonly string[], output: string): Promise<void> => {
  const images = files.map(
    (file) => `<img src="data:image/png;base64,${readFileSync(file).toString("base64")}" width="300">`,
  );
  await page.setViewportSize({ width: 316 * files.length + 16, height: 649 });
  await page.setContent(`<body style="margin:16px;display:flex;gap:16px;background:#dfe8e8">${images.join("")}</body>`);
  await page.screenshot({ path: output });
};
