import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

/** Draws the PNG icons from `public/favicon.svg`. Only after a change of the mark, from the project's folder:
 *  `node -e 'import("vite").then((vite) => vite.runnerImport("/tests/support/gallery/draw-icons.ts"))'` */
const icons = [
  { file: "icon-192", size: 192, corner: "11" },
  { file: "icon-512", size: 512, corner: "11" },
  { file: "maskable-512", size: 512, corner: "0" },
  { file: "apple-touch-icon", size: 180, corner: "0" },
] as const;

const drawing = await readFile("public/favicon.svg", "utf8");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const { file, size, corner } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = drawing.replace('rx="11"', `rx="${corner}"`);
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: `public/icons/${file}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
